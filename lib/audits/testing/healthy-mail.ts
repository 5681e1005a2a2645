import type { DnsQuestion, PartValue } from "../observation.ts";

/** A valid RSA key of 2048 bits; the key of 1024 bits is too short to be recommended, but still accepted. */
export const RSA_2048 =
  "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAt04WByY+kRAoKggdXZoa8DmWXMm8Z1VQ0Tpix9TvCYmpJmmgeXRbAtN7aK5hHS/CCmMzLa/FrWFJj4Yni09+zzVECqrgVXSaA6zcJtV3kBg2XcpOIlErI0C/ASylvnQPvAIw039otSpfCS3SmA2nxYaJXHK8nn2opB5VDwfi+8bhWvz50awzcO9dAINWwdSSG0z3s0FGdi3d7vv3uEKNyxfizwUJetXO95GwEwBAYCHtyPReNzBXTgrHrVw7IdqAh4OP16hRN/Vysir8u3b/5L/5zVDTPmD9rDD+cAAyhecQaAux8b2hZyDO+fWOB5XkxEyDUjUAy+dSEHMi9pzlXQIDAQAB";
export const RSA_1024 =
  "MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDVD57UAq+D5Ti+Loe1wFCDF+XWEIdJ0iMAqEe8GwJdsXmiMhreJToDqI6hurng4cuK8wIPrqgov39MWtvvVFHIZonxRXXT63qhKrIerIks4gMnpn0wifTD+5ocm8ljGzsKylN22FF0GYE5EMnBnJH2cF95EoXizHEv/jqXzi190QIDAQAB";
export const RSA_512 =
  "MFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBAOCgbibGXlP973uo0Z2mRdRwqUfrBEHf7M4C8xGYSj/xQMVxiIOKzLUIazNFcEdueU/O/PUIh5ZynSqzkqnyh3MCAwEAAQ==";

type Answered = (name: string, type: string, ...records: string[]) => DnsQuestion;

export const STS_POLICY = "version: STSv1\nmode: enforce\nmx: mx.example.net\nmax_age: 604800\n";

/** A domain whose mail is set up as it should be. */
export function healthyMailAuth(answered: Answered): PartValue<"mailAuth"> {
  return {
    domain: "example.com",
    spf: {
      questions: [
        answered("example.com", "TXT", "v=spf1 include:_spf.example.net -all", "other=text"),
        answered("_spf.example.net", "TXT", "v=spf1 ip4:192.0.2.0/24 -all"),
      ],
      isWhole: true,
    },
    dkim: [
      {
        selector: "s1",
        from: "common",
        provider: null,
        key: answered("s1._domainkey.example.com", "TXT", `v=DKIM1; k=rsa; p=${RSA_2048}`),
      },
      { selector: "mail", from: "common", provider: null, key: answered("mail._domainkey.example.com", "TXT") },
    ],
    mx: [
      {
        host: "mx.example.net",
        cname: answered("mx.example.net", "CNAME"),
        a: answered("mx.example.net", "A", "192.0.2.25"),
        aaaa: answered("mx.example.net", "AAAA"),
      },
    ],
    mtaSts: {
      record: answered("_mta-sts.example.com", "TXT", "v=STSv1; id=20260601"),
      policy: {
        state: "read",
        url: "https://mta-sts.example.com/.well-known/mta-sts.txt",
        status: 200,
        contentType: "text/plain; charset=utf-8",
        location: null,
        text: STS_POLICY,
        isWhole: true,
      },
    },
    tlsRpt: answered("_smtp._tls.example.com", "TXT", "v=TLSRPTv1; rua=mailto:tls@example.com"),
    reports: [],
  };
}
