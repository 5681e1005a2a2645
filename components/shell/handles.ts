import { Dialog } from "@base-ui/react/dialog";

/** Opened from anywhere: by key, by menu, by button. */
export const paletteHandle = Dialog.createHandle<unknown>();
export const helpHandle = Dialog.createHandle<unknown>();
