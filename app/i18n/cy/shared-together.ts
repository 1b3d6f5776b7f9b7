export const sharedTogether = {
  sharedTogether: {
    pending: (names: string, date: string) => `Yn aros: mae angen ${names} hefyd, erbyn ${date}`,
    pendingSome: (count: string, names: string, date: string) =>
      `Yn aros: mae angen ${count} o blith ${names} hefyd, erbyn ${date}`,
    alert: (time: string) =>
      `Rhaid i fwy nag un person gytuno cyn i ddata rhai o’r cyfrifon hyn gael ei rannu. Os dewiswch un, rydym yn gofyn i’r lleill hefyd. Maent yn gweld y cais hwn, eich bod wedi dweud ie, a’r hyn sydd gennych gyda’ch gilydd, ond dim un o’ch cyfrifon eraill. Mae ganddynt ${time}. Does dim yn cael ei rannu o unrhyw gyfrif a ddewiswch cyn i ddigon ohonoch gytuno.`,
    differentPeople:
      "Rhaid i bobl wahanol gytuno i’r cyfrifon hyn. Dewiswch rai’r un bobl, a rhannwch y lleill drwy gais newydd yn yr ap.",
    receipt: (app: string) =>
      `Fe ddywedoch ie i’r cais gan ${app}. Rhaid i eraill gytuno hefyd, ac mae’r dderbynneb hon ar gyfer eich ateb chi yn unig. Does dim yn cael ei rannu cyn i ddigon ohonoch gytuno.`,
    notYet: "Ddim eto. Does dim yn cael ei rannu cyn i’r lleill gytuno.",
    page: {
      account: "Yr hyn sydd gennych gyda’ch gilydd",
      after:
        "Pan fydd digon ohonoch wedi llofnodi, mae’r rhannu’n dechrau. Os nad yw un ohonoch yn llofnodi, mae ar ben a does dim yn cael ei rannu.",
      afterAnswers:
        "Pan fydd digon ohonoch wedi llofnodi, byddwn yn ateb ie neu na pan ofynnir i ni. Os nad yw un ohonoch yn llofnodi, mae ar ben a does dim yn cael ei ateb.",
    },
    over: {
      "signer-declined": "Dywedodd un ohonoch na. Does dim yn cael ei rannu.",
      "timed-out": "Ni lofnododd digon ohonoch mewn pryd. Does dim yn cael ei rannu.",
      ended: "Cafodd ei dynnu’n ôl neu ei orffen cyn i bob un ohonoch lofnodi. Does dim yn cael ei rannu.",
    },
  },
};
