/** The parts of the package that the comparison uses; it has no types of its own. */
declare module "@mdn/mdn-http-observatory/src/constants.js" {
  type Output = { constructor: { name: string }; pass: boolean; result: string };
  export const ALL_TESTS: readonly ((requests: object) => Output)[];
}

declare module "@mdn/mdn-http-observatory/src/analyzer/hsts.js" {
  /** The preload list; read from a file once. */
  export function hsts(): ReadonlyMap<string, unknown>;
}

declare module "@mdn/mdn-http-observatory/src/retriever/session.js" {
  export class Session {
    constructor(url: URL);
    url: URL;
    jar: { setCookieSync(line: string, url: string, options: { ignoreError: boolean }): void };
  }
}

declare module "@mdn/mdn-http-observatory/src/retriever/utils.js" {
  export function parseHttpEquivHeaders(html: string, url: string): Map<string, string[]>;
}
