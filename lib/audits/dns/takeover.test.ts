import type { Changes } from "../testing/healthy-observation.ts";
import { testOutcomes } from "../testing/test-outcomes.ts";
import { takeover } from "./takeover.ts";

const alias = (cname: string, status: string, name = "docs.example.com"): Changes => ({
  zone: { names: [{ name, cname, resolves: status === "ok", status }] },
});

testOutcomes(takeover, [
  ["ok", "pass", "the subdomains have addresses", {}],
  ["ok", "pass", "an alias leads somewhere", alias("docs.example.net", "ok")],
  ["ok", "pass", "the host itself is another rule's", alias("x.github.io", "nxdomain"), { host: "docs.example.com" }],
  ["no-address", "warn", "an alias has no address", alias("docs.example.net", "nodata")],
  ["dangling", "fail", "an alias leads to a name that is gone", alias("docs.example.net", "nxdomain")],
  ["claimable", "fail", "anyone can register the name", alias("docs.github.io", "nxdomain")],
  ["claimable", "fail", "anyone can make the bucket", alias("docs.s3-website.eu-west-1.amazonaws.com", "nxdomain")],
  ["unanswered", "inconclusive", "a name was not answered", { zone: { namesUnanswered: ["api.example.com"] } }],
]);
