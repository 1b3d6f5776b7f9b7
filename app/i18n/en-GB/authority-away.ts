/** While the authorization server is away: what a customer's own pages say of what they show. */
export const authorityAway = {
  title: "We cannot check for changes right now",
  asOf: (moment: string) => `What you see here is from ${moment}.`,
  undated: "What you see here may not be the newest.",
  stillStop: "You can still stop an app here.",
};
