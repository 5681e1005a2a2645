import { Toast } from "@base-ui/react/toast";

/** Says something at the edge of the screen, from anywhere in the browser. */
export const toasts = Toast.createToastManager();
