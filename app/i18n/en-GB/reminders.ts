import { plural } from "../plural";

/** What customers are told before an end (D-12), what they have been told, and how they want to hear of it (D-26). */
export const reminders = {
  soon: {
    subject: (app: string, day: string) => `Your connection to ${app} ends on ${day}`,
    what: (app: string, day: string) => `You connected ${app} until ${day}. Then the connection stops by itself.`,
    renew: (app: string) => `Do you want to keep it? Renew it in ${app}. If not, there is nothing to do.`,
  },
  list: {
    unread: plural("en-GB", { one: "# new notice", other: "# new notices" }),
    /** Beside the word for notices. */
    news: plural("en-GB", { other: "# new" }),
    isNew: "New",
    markAll: "Mark all as read",
    none: "There are no notices yet.",
    teach: "When something happens to what you share or pay through an app, you find it here.",
    older: "Older notices",
    newest: "Newest notices",
  },
  settings: {
    title: "How you hear from us",
    saved: "Your choices are saved.",
    always: "What we always tell you",
    alwaysText:
      "When an app gets access, when access is paused or stopped, and when you report something: we tell you at once, here and by e-mail. This cannot be switched off, so that nobody can hide it from you.",
    topics: {
      reminders: { title: "Access ends soon", hint: "30 days, 7 days and 1 day before it ends." },
      endings: {
        title: "Access has ended",
        hint: "Its time is over, the app ended it, or one of your accounts is no longer part of it.",
      },
      requests: {
        title: "Requests",
        hint: "A request needs your signature, did not get all signatures, or did not go through.",
      },
    },
    ways: { "in-app": "Here, in your notices", "e-mail": "By e-mail" },
    quiet: {
      title: "Quiet hours",
      use: "Send me no e-mail in these hours",
      hint: "E-mail waits until they end. What we always tell you does not wait. All hours are UK time.",
      from: "From",
      until: "Until",
      same: "Choose two different hours for your quiet hours.",
    },
    apps: {
      title: "Reminders for each app",
      hint: "Take the tick away where you do not want to be reminded.",
      remind: (app: string) => `Remind me about ${app}`,
    },
    save: "Save",
  },
  take: {
    title: "Take your data with you",
    text: "All connections and payments that you agreed to through apps, with everything that became of them, and your notices.",
    csv: "As a table (CSV)",
    json: "For programs (JSON)",
    columns: { app: "App", why: "Why", asked: "Asked", ends: "Ends" },
    keepSafe: "Keep the file safe: whoever has it can read it.",
  },
};
