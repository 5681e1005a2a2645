import type { HeaderLines } from "./headers.ts";
import { headerValues } from "./headers.ts";
import { type InnerList, type Item, parseDictionary } from "./structured-fields.ts";

/** Who may use a feature: everybody, or the origins listed (`self` among them). */
export type Grant = { feature: string; isForAll: boolean; origins: string[] };

/** What reaches into a visitor's room, devices, money or identity; each asks or shows it in the page's own name. */
export const POWERFUL: ReadonlySet<string> = new Set(
  `camera microphone geolocation display-capture usb serial hid bluetooth midi payment clipboard-read idle-detection
   local-fonts window-management xr-spatial-tracking publickey-credentials-get publickey-credentials-create
   otp-credentials identity-credentials-get digital-credentials-get screen-wake-lock all-screens-capture smart-card
   direct-sockets local-network-access`.split(/\s+/),
);

/** The W3C's list of policy-controlled features, with those that are proposed, on trial or retired. */
const KNOWN: ReadonlySet<string> = new Set([
  ...POWERFUL,
  ...`accelerometer ambient-light-sensor aria-notify attribution-reporting autofill autoplay battery browsing-topics
   captured-surface-control clipboard-write compute-pressure controlled-frame conversion-measurement
   cross-origin-isolated deferred-fetch deferred-fetch-minimal document-domain document-write encrypted-media
   execution-while-not-rendered execution-while-out-of-viewport fenced-unpartitioned-storage-read
   focus-without-user-activation font-display-late-swap fullscreen gamepad gyroscope interest-cohort
   join-ad-interest-group keyboard-lock keyboard-map language-detector language-model layout-animations lazyload
   legacy-image-formats loading-frame-default-eager local-network loopback-network magnetometer manual-text
   media-playback-while-not-visible mediasession monetization navigation-override on-device-speech-recognition
   oversized-images picture-in-picture pointer-lock popins private-aggregation private-state-token-issuance
   private-state-token-redemption proofreader rewriter run-ad-auction shared-autofill shared-storage
   shared-storage-select-url speaker speaker-selection storage-access sub-apps summarizer sync-script sync-xhr
   tools translator trust-token-redemption unload unoptimized-images unsized-media usb-unrestricted vertical-scroll vibrate
   vr wake-lock web-app-installation web-share window-placement writer`.split(/\s+/),
]);

export const isKnownFeature = (feature: string) => KNOWN.has(feature) || feature.startsWith("ch-");

/** By W3C Permissions Policy §5; `null`: what is sent cannot be read, so browsers ignore all of it. */
export function parsePermissionsPolicy(headers: HeaderLines): Grant[] | null {
  const members = parseDictionary(headerValues(headers, "permissions-policy").join(", "));
  return members && [...members].map(([feature, value]) => grantOf(feature, value));
}

function grantOf(feature: string, value: Item | InnerList): Grant {
  const items = value.kind === "list" ? value.items : [value];
  const isForAll = items.some(({ value: { type, value } }) => type === "token" && value === "*");
  const origins = items.flatMap(({ value: { type, value } }) => {
    if (type === "token" && value === "self") return ["self"];
    return type === "string" ? [value] : [];
  });
  return { feature, isForAll, origins };
}
