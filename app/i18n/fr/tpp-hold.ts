import type { Words } from "../words";

export const tppHold: Pick<Words, "tppHold"> = {
  tppHold: {
    page: {
      title: (app) => `${app} ne peut pas demander cela en ce moment`,
      happened: (app, bank) =>
        `${bank} ne laisse pas passer les demandes de ${app} pour le moment. Cela ne concerne ni vous ni vos comptes.`,
    },
    held: {
      subject: (app, bank) => `${bank} a suspendu ${app}`,
      all: (app, bank) =>
        `${bank} a suspendu ${app} pour tout le monde. ${app} ne peut ni voir vos comptes ni faire de paiements pour le moment.`,
      payments: (app, bank) =>
        `${bank} a suspendu les paiements avec ${app} pour tout le monde. ${app} ne peut pas payer depuis vos comptes pour le moment.`,
      stays: "Ce que vous avez accepté reste en place, et vous pouvez l’arrêter à tout moment.",
      until: (moment) => `Cela dure jusqu’au ${moment}.`,
      open: "Nous vous dirons quand ce sera terminé.",
    },
    back: {
      subject: (app) => `${app} n’est plus suspendu`,
      what: (app, bank) =>
        `${bank} a mis fin à la suspension de ${app}. Ce que vous avez accepté avec ${app} fonctionne de nouveau comme avant.`,
    },
  },
};
