import { both, type Deployment, leads, noName } from "./deployment.ts";

const APEX = "https://harborlist.com";

/** A single-page app in S3 behind CloudFront, its name an ALIAS in Route 53: each resolver is sent to its own place. */
export const CLOUDFRONT: Deployment = {
  names: {
    host: "harborlist.com",
    domain: "harborlist.com",
    nameservers: ["ns-1042.awsdns-02.org", "ns-1893.awsdns-44.co.uk", "ns-311.awsdns-38.com", "ns-934.awsdns-52.net"],
    a: [
      ["3.161.82.11", "3.161.82.52", "3.161.82.87", "3.161.82.120"],
      ["18.66.147.20", "18.66.147.45", "18.66.147.71", "18.66.147.98"],
      ["13.35.58.4", "13.35.58.29", "13.35.58.64", "13.35.58.117"],
    ],
    own: [
      ["3.161.82.11", "3.161.82.52", "3.161.82.87", "3.161.82.120"],
      ["18.66.147.20", "18.66.147.45", "18.66.147.71", "18.66.147.98"],
    ],
  },
  mail: {
    mx: ["10 inbound-smtp.eu-west-1.amazonaws.com"],
    txt: ["v=spf1 include:amazonses.com ~all"],
    dmarc: "v=DMARC1; p=quarantine; rua=mailto:postmaster@harborlist.com",
    included: { "amazonses.com": "v=spf1 ip4:199.255.192.0/22 ip4:54.240.0.0/18 ip4:23.249.208.0/20 -all" },
    // Easy DKIM makes up its selectors.
    selectors: { provider: "Amazon SES", asked: [], found: [] },
  },
  tls: ["amazon", ["harborlist.com", "*.harborlist.com"], 57],
  page: {
    headers: [
      ["age", "312"],
      ["content-type", "text/html"],
      ["etag", '"9f7c"'],
      ["server", "AmazonS3"],
      ["via", "1.1 7c3d.cloudfront.net (CloudFront)"],
      ["x-amz-cf-id", "oZ1=="],
      ["x-amz-cf-pop", "FRA60-P5"],
      ["x-cache", "Hit from cloudfront"],
    ],
  },
  chains: both((path) => [
    leads(APEX + path),
    leads(`http://harborlist.com${path}`, 301, APEX + path),
    noName(`https://www.harborlist.com${path}`),
    noName(`http://www.harborlist.com${path}`),
  ]),
};
