import { dictionary } from "@zxcvbn-ts/language-common";

/** The well-known ranked list, in lower case. Those of it that are short are refused for their length already. */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(dictionary["passwords-common"]);
