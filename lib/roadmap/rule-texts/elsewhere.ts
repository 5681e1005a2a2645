/** What page rules say when the page that was reached belongs to somebody else. */
export const ELSEWHERE = "The address leads to another site ({url}), whose page says nothing about this one.";
