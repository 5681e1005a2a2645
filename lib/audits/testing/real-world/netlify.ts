import { both, type Deployment, leads } from "./deployment.ts";

const APEX = "https://tinylaunch.dev";

/** A static site at Netlify's load balancer, of a domain that has no mail at all. */
export const NETLIFY: Deployment = {
  names: {
    host: "tinylaunch.dev",
    domain: "tinylaunch.dev",
    nameservers: ["curitiba.ns.porkbun.com", "fortaleza.ns.porkbun.com", "maceio.ns.porkbun.com"],
    a: [["75.2.60.5"]],
    others: [{ name: "www.tinylaunch.dev", cname: "tinylaunch.netlify.app", resolves: true, status: "ok" }],
  },
  mail: {},
  tls: ["letsEncrypt", ["tinylaunch.dev", "www.tinylaunch.dev"], 44],
  page: {
    headers: [
      ["accept-ranges", "bytes"],
      ["age", "2114"],
      ["cache-control", "public,max-age=0,must-revalidate"],
      ["cache-status", '"Netlify Edge"; hit'],
      ["content-type", "text/html; charset=UTF-8"],
      ["server", "Netlify"],
      ["strict-transport-security", "max-age=31536000"],
      ["x-nf-request-id", "01KAG2T7QW9M"],
    ],
    references: [
      {
        kind: "style",
        url: "https://fonts.googleapis.com/css2?family=Inter",
        tag: "link",
        integrity: null,
        crossorigin: null,
      },
    ],
  },
  chains: both((path) => [
    leads(APEX + path),
    leads(`http://tinylaunch.dev${path}`, 301, APEX + path),
    leads(`https://www.tinylaunch.dev${path}`, 301, APEX + path),
    leads(`http://www.tinylaunch.dev${path}`, 301, `https://www.tinylaunch.dev${path}`, 301, APEX + path),
  ]),
};
