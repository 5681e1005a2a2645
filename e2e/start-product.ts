import { runProduct } from "./run-product.ts";

const PORT = 4300;

/**
 * Starts the product that the specs share, with its demo; answers what stops it.
 * With PRODUCT_DATA_DIR, the one that runs already with that directory serves, as it is.
 */
export default async function startProduct(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.PRODUCT_DATA_DIR) return undefined;
  const product = await runProduct({ port: PORT, isDemo: true });
  process.env.PRODUCT_DATA_DIR = product.directory;
  return product.stop;
}
