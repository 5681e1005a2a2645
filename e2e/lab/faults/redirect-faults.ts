import { ALIAS, AUTHORITY, HOST, WWW } from "../names.ts";
import { secureTwin } from "../settings.ts";
import { without } from "../zone.ts";
import type { Fault } from "./fault.ts";

export const REDIRECT_FAULTS = [
  {
    name: "http-no-redirect",
    title: "Served over http too",
    how: "Plain http shows the product in place of sending on to https.",
    rules: ["edge/https-redirect"],
    apply(settings) {
      settings.redirects.plain = () => null;
    },
  },
  {
    name: "http-302",
    title: "Temporary redirect to https",
    how: "Plain http sends on with 302, so browsers ask over http again each time.",
    rules: ["edge/redirect-permanence"],
    apply(settings) {
      settings.redirects.plain = (url) => ({ status: 302, location: secureTwin(url) });
    },
  },
  {
    name: "http-to-other-host",
    title: "Plain http leads to another host first",
    how: "Plain http sends on to www over https, so the host itself never gets to set HSTS.",
    rules: ["edge/https-redirect"],
    apply(settings) {
      settings.redirects.plain = (url) => {
        const onward = new URL(secureTwin(url));
        onward.hostname = WWW;
        return { status: 301, location: onward.href };
      };
    },
  },
  {
    name: "redirect-loop",
    title: "Redirects in a circle",
    how: "https sends back to http, which sends on to https again.",
    rules: ["edge/https-redirect", "edge/canonical-origin", "edge/old-urls"],
    apply(settings) {
      settings.redirects.apex = (url) => ({ status: 301, location: url.href.replace("https:", "http:") });
    },
  },
  {
    name: "www-own-site",
    title: "www is a second site",
    how: "www serves the product itself in place of sending on to the canonical origin.",
    rules: ["edge/canonical-origin"],
    apply(settings) {
      settings.redirects.www = () => null;
    },
  },
  {
    name: "www-302",
    title: "Temporary redirect from www",
    how: "www sends on to the canonical origin with 302.",
    rules: ["edge/redirect-permanence"],
    apply(settings) {
      const { www } = settings.redirects;
      settings.redirects.www = (url) => {
        const onward = www(url);
        return onward && { ...onward, status: 302 };
      };
    },
  },
  {
    name: "www-drops-path",
    title: "www forgets the path",
    how: "www sends every page on to the home page.",
    rules: ["edge/redirect-path"],
    apply(settings) {
      settings.redirects.www = () => ({ status: 308, location: `${settings.site.origin}/` });
    },
  },
  {
    name: "www-wrong-certificate",
    title: "Certificate does not cover www",
    how: "https on www shows a certificate for another name, so visitors never get as far as the redirect.",
    rules: ["edge/canonical-origin"],
    apply(settings) {
      settings.certificates.www = "wrong-name";
    },
  },
  {
    name: "http-stays-plain",
    title: "Plain http leads to plain http",
    how: "Plain http sends on to www over http before any page is encrypted.",
    rules: ["edge/https-redirect", "edge/redirect-hops"],
    apply(settings) {
      const { plain } = settings.redirects;
      settings.redirects.plain = (url) =>
        url.hostname === HOST ? { status: 301, location: url.href.replace(HOST, WWW) } : plain(url);
    },
  },
  {
    name: "www-over-http",
    title: "www serves plain http",
    how: "www shows the product over http, while the other names move to https.",
    rules: ["edge/https-redirect", "edge/canonical-origin"],
    apply(settings) {
      const { plain, www } = settings.redirects;
      settings.redirects.plain = (url) => (url.hostname === WWW ? null : plain(url));
      settings.redirects.www = (url) => (url.protocol === "http:" ? null : www(url));
    },
  },
  {
    name: "www-straight-over",
    title: "www changes the host before the scheme",
    how: "http on www sends straight to the canonical origin, so www never gets to set HSTS.",
    rules: ["edge/https-redirect"],
    apply(settings) {
      const { plain, www } = settings.redirects;
      settings.redirects.plain = (url) => (url.hostname === WWW ? www(url) : plain(url));
    },
  },
  {
    name: "www-drops-query",
    title: "www forgets the query",
    how: "www keeps the path and drops what stands after the question mark.",
    rules: ["edge/redirect-path"],
    apply(settings) {
      settings.redirects.www = (url) => ({ status: 308, location: `${settings.site.origin}${url.pathname}` });
    },
  },
  {
    name: "www-downgrade",
    title: "A redirect leaves https",
    how: "https on www sends on to plain http, which moves to https again.",
    rules: ["edge/https-redirect", "edge/redirect-hops"],
    apply(settings) {
      settings.redirects.www = (url) => ({
        status: 308,
        location: `${settings.site.origin.replace("https:", "http:")}${url.pathname}${url.search}`,
      });
    },
  },
  {
    name: "alias-long-way",
    title: "The old name leads over www",
    how: "The old name sends on to www, which sends on to the canonical origin: three moves from http.",
    rules: ["edge/redirect-hops", "edge/old-urls"],
    apply(settings) {
      const { alias } = settings.redirects;
      settings.redirects.alias = (url) => {
        const onward = alias(url);
        return onward && { ...onward, location: onward.location.replace(HOST, WWW) };
      };
    },
  },
  {
    name: "alias-own-site",
    title: "The old name still shows the product",
    how: "The old name serves the product itself in place of sending on.",
    rules: ["edge/canonical-origin", "edge/old-urls"],
    apply(settings) {
      settings.redirects.alias = () => null;
    },
  },
  {
    name: "alias-no-record",
    title: "The old name is gone from the DNS",
    how: "The old name has no record any more, so nobody who follows an old link arrives.",
    rules: ["edge/canonical-origin", "edge/old-urls"],
    apply(settings) {
      settings.zone = without(settings.zone, ALIAS);
    },
  },
  {
    name: "alias-303",
    title: "Temporary redirect from the old name",
    how: "The old name sends on with 303.",
    rules: ["edge/redirect-permanence", "edge/old-urls"],
    apply(settings) {
      const { alias } = settings.redirects;
      settings.redirects.alias = (url) => {
        const onward = alias(url);
        return onward && { ...onward, status: 303 };
      };
    },
  },
  {
    name: "alias-elsewhere",
    title: "The old name leads to somebody else",
    how: "The old name sends on to another site, which knows plain http only.",
    rules: ["edge/https-redirect", "edge/canonical-origin", "edge/old-urls"],
    apply(settings) {
      settings.redirects.alias = (url) => ({
        status: 301,
        location: `http://${AUTHORITY}:${settings.site.port}${url.pathname}${url.search}`,
      });
    },
  },
  {
    name: "alias-wrong-certificate",
    title: "The old name's certificate does not fit",
    how: "https on the old name shows a certificate for another name.",
    rules: ["edge/canonical-origin"],
    apply(settings) {
      settings.certificates.alias = "wrong-name";
    },
  },
  {
    name: "api-redirects-plain",
    title: "An API that redirects plain http",
    how: "The host is noted as an API, and plain http is redirected in place of refused.",
    rules: ["edge/api-plain-http"],
    apply(settings) {
      settings.notes = { ...settings.notes, profile: "api" };
    },
  },
  {
    name: "api-serves-plain",
    title: "An API over plain http",
    how: "The host is noted as an API, and it answers over plain http.",
    rules: ["edge/api-plain-http"],
    apply(settings) {
      settings.notes = { ...settings.notes, profile: "api" };
      settings.redirects.plain = () => null;
    },
  },
] as const satisfies readonly Fault[];
