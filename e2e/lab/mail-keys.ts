import { generateKeyPairSync } from "node:crypto";

const dkimRecord = (bits: number) => {
  const { publicKey } = generateKeyPairSync("rsa", { modulusLength: bits });
  return `v=DKIM1; k=rsa; p=${publicKey.export({ type: "spki", format: "der" }).toString("base64")}`;
};

/** The provider's key as it should be; nobody in the lab signs with it. */
export const DKIM_RECORD = dkimRecord(2048);
export const DKIM_RECORD_1024 = dkimRecord(1024);
export const DKIM_RECORD_512 = dkimRecord(512);
