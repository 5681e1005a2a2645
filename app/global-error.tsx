"use client";

/** Shown when even the frame of the pages failed; it can rely on nothing but itself. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en">
      <body style={{ fontFamily: "system-ui, sans-serif", margin: "4rem auto", maxWidth: "36rem", padding: "0 1rem" }}>
        <title>Something went wrong · Launch Ready</title>
        <h1>Something went wrong on our side</h1>
        <p>Load the page again. If it stays, tell us this reference: {error.digest ?? "none"}</p>
      </body>
    </html>
  );
}
