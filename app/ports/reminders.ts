/** Ends of which customers are reminded (D-12), by the database's clock. */
export interface Reminders {
  /**
   * Queues a notice for each end that has come near, and of each only the nearest day that is due: what a worker that was
   * away has missed is not said any more. Once for each day of each end, however many workers there are.
   *
   * @throws DeskUnavailable
   */
  queue(limit: number): Promise<{ readonly queued: number; readonly forgotten: number }>;
}
