/** What would speak to anybody but the page's own hosts, or change what a page of today's web is shown. */
const FEATURES_OFF = [
  "AutofillServerCommunication",
  "CertificateTransparencyComponentUpdater",
  "DialMediaRouteProvider",
  "DocumentReporting",
  "FetchLaterAPI",
  "HttpsFirstBalancedModeAutoEnable",
  "HttpsUpgrades",
  "MediaRouter",
  "NetworkErrorLogging",
  "OptimizationHints",
  "Reporting",
  "Translate",
];

export type BrowserSetup = {
  proxyPort: number;
  profileDirectory: string;
  /** Chromium refuses its sandbox to root. */
  isRoot: boolean;
  /** base64 SHA-256 of the public keys that our own verification accepted by the operator's roots. */
  trustedKeys: readonly string[];
};

/** Everything goes through the proxy, names are never looked up, and nothing is kept or fetched on the browser's own account. */
export function browserFlags({ proxyPort, profileDirectory, isRoot, trustedKeys }: BrowserSetup): string[] {
  return [
    "--headless",
    "--remote-debugging-pipe",
    "--no-startup-window",
    `--user-data-dir=${profileDirectory}`,
    // WebSockets take the last of these, and the proxy does not speak SOCKS: they end there.
    `--proxy-server=${["http", "https", "socks"].map((scheme) => `${scheme}=127.0.0.1:${proxyPort}`).join(";")}`,
    // By default loopback goes past a proxy.
    "--proxy-bypass-list=<-loopback>",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
    "--disable-quic",
    // By its name of today and by the former one; a browser passes over the one that it does not know.
    "--webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    `--disable-features=${FEATURES_OFF.join()}`,
    "--disable-background-networking",
    "--disable-breakpad",
    "--disable-client-side-phishing-detection",
    "--disable-component-extensions-with-background-pages",
    "--disable-component-update",
    "--disable-crash-reporter",
    "--disable-default-apps",
    "--disable-dev-shm-usage",
    "--disable-domain-reliability",
    "--disable-extensions",
    "--disable-field-trial-config",
    "--disable-gpu",
    "--disable-print-preview",
    "--disable-search-engine-choice-screen",
    "--disable-sync",
    "--dns-prefetch-disable",
    "--metrics-recording-only",
    "--mute-audio",
    "--no-default-browser-check",
    "--no-first-run",
    "--no-pings",
    "--no-service-autorun",
    "--password-store=basic",
    "--use-mock-keychain",
    ...(trustedKeys.length > 0 ? [`--ignore-certificate-errors-spki-list=${trustedKeys.join()}`] : []),
    ...(isRoot ? ["--no-sandbox"] : []),
  ];
}
