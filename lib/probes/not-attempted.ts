/** Nothing was looked at, for a reason that lies with this worker and not with the target. */
export class NotAttempted extends Error {
  readonly reason: string;

  constructor(reason: string) {
    super(reason);
    this.name = "NotAttempted";
    this.reason = reason;
  }
}
