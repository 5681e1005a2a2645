import { expect, it } from "vitest";
import { dsOfKey } from "./zone-ds.ts";

const KEY =
  "256 3 5 AQOeiiR0GOMYkDshWoSKz9XzfwJr1AYtsmx3TGkJaNXVbfi/2pHm822aJ5iI9BMzNXxeYCmZDRD99WYwYqUSdjMmmAphXdvxegXd/M5+X7OrzKBaMbCVdFLUUh6DhweJBjEVv5f2wwjM9XzcnOf+EPbtG9DMBmADjFDc2w/rljwvFw==";

it("makes the DS records of RFC 4034 §5.4 and RFC 4509 §2.3 from their key", () => {
  expect(dsOfKey("dskey.Example.com", KEY).slice(0, 2)).toEqual([
    "60485 5 1 2bb183af5f22588179a53b0a98631fad1a292118",
    "60485 5 2 d4b7d520e7bb5f0f67674a0cceb1e3e0614b93c4f9e99b8383f6a1e4469da50a",
  ]);
});

it("makes none from what is no key", () => {
  expect(["", "257 3 13", "x 3 13 AQID"].map((key) => dsOfKey("a.test", key))).toEqual([[], [], []]);
});
