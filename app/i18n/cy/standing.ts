import type { Words } from "../words";

export const standing = {
  standing: {
    "needs-action": "Yn aros am ateb",
    active: "Yn weithredol",
    paused: { customer: "Wedi’i oedi gennych chi", bank: "Wedi’i oedi gennym ni" },
    stopping: "Wrthi’n stopio",
    pausing: "Wrthi’n oedi",
    resuming: "Wrthi’n ailddechrau",
    ended: "Wedi dod i ben",
    done: { sent: "Wedi’i anfon i’w dalu", "set-up": "Wedi’i sefydlu" },
    why: {
      expired: "Daeth ei amser i ben",
      unused: "Ni chafodd ei ddefnyddio ers amser maith",
      "you-stopped": "Chi wnaeth ei stopio",
      "you-asked-us": "Ni wnaeth ei stopio am i chi ofyn",
      "app-stopped": "Yr ap ddaeth ag ef i ben",
      "bank-stopped": "Ni wnaeth ei stopio",
      "app-not-authorised": "Nid oes gan yr ap hawl i wneud hyn mwyach",
      "accounts-closed": "Ni ellir defnyddio’r cyfrifon ar ei gyfer mwyach",
      replaced: "Daeth un newydd yn ei le",
      refused: "Ni wnaethoch ei ganiatáu",
      "not-finished": "Ni chafodd ei orffen",
      used: "Cafodd ei ddefnyddio, a dim ond unwaith oedd yn bosibl",
      stopped: "Cafodd ei stopio",
    },
  },
} satisfies Pick<Words, "standing">;
