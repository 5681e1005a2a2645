import { pageWithHeader } from "../testing/healthy-observation.ts";
import { testOutcomes } from "../testing/test-outcomes.ts";
import { permissionsPolicy } from "./permissions-policy.ts";

const header = (...values: string[]) => pageWithHeader("permissions-policy", ...values);
const withoutIt = header().page?.response?.headers ?? [];

testOutcomes(permissionsPolicy, [
  ["ok", "pass", "features are switched off", {}],
  ["ok", "pass", "an origin is let in by name", header('geolocation=(self "https://maps.example")')],
  ["ok", "pass", "all may use what is harmless", header("fullscreen=*, ch-ua-model=(self)")],
  ["ok", "pass", "it comes in two lines", header("camera=()", "microphone=()")],
  ["missing", "warn", "it is not sent", header()],
  ["missing", "warn", "it is empty", header(" ")],
  [
    "old-header",
    "warn",
    "only its predecessor is sent",
    { page: { response: { headers: [...withoutIt, ["feature-policy", "camera 'none'"]] } } },
  ],
  ["unknown-feature", "warn", "a name is misspelt", header("cameras=(), microphone=()")],
  ["open-to-all", "warn", "every frame may use the camera", header("camera=*")],
  ["open-to-all", "warn", "every frame may among others", header("geolocation=(self *)")],
  ["open-to-all", "warn", "the last word counts", header("camera=(), camera=*")],
  ["malformed", "fail", "it is written as its predecessor was", header("camera 'none'; microphone 'none'")],
  ["malformed", "fail", "one of two lines breaks both", header("camera=()", "microphone=none self")],
  ["elsewhere", "not_applicable", "the page is another site's", { page: { response: { url: "https://x.example/" } } }],
]);
