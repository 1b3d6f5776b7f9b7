import type { Words } from "../words";
import { after, THE_APP } from "./joining";

export const stop = {
  stop: {
    whatHappened: "Beth ddigwyddodd",
    wasAnythingShared: "A gafodd unrhyw beth ei rannu?",
    wasAnythingPaid: "A gafodd unrhyw beth ei dalu?",
    whatToDo: "Beth i’w wneud",
    reference: "Cyfeirnod",
    referenceHint: "Rhowch ef i ni os byddwch yn ffonio.",
    nothingShared: "Naddo. Ni rannwyd dim.",
    nothingPaid: "Naddo. Nid oes arian wedi gadael eich cyfrif.",
    nothingEither: "Nid drwy’r dudalen hon. Os gwnaethoch ateb o’r blaen, yr ateb hwnnw sy’n cyfrif.",
    theApp: THE_APP,
    startAgain: (app) => `Ewch yn ôl ${after("i", app)} a dechreuwch eto.`,
    tryAgain: "Rhoi cynnig arall arni",
    lookAgain: "Ei ddarllen eto",
    goTo: (app) => `Mynd ${after("i", app)}`,
    backTo: (app) => `Mynd yn ôl ${after("i", app)}`,
    decided: {
      title: { allowed: "Rydych eisoes wedi cytuno", refused: "Rydych eisoes wedi gwrthod" },
      happened: {
        "account-access": {
          allowed: (app) => `Gwnaethoch ganiatáu ${after("i", app)} weld gwybodaeth eich cyfrifon.`,
          refused: (app) => `Ni wnaethoch ganiatáu ${after("i", app)} weld gwybodaeth eich cyfrifon.`,
        },
        "variable-payments": {
          allowed: (app) => `Gwnaethoch gytuno y gall ${app} gymryd taliadau o fewn terfynau.`,
          refused: (app) => `Ni wnaethoch gytuno y gall ${app} gymryd taliadau.`,
        },
        file: {
          allowed: (app) => `Gwnaethoch gytuno i’r taliadau yn y ffeil a anfonodd ${app}.`,
          refused: (app) => `Ni wnaethoch gytuno i’r taliadau yn y ffeil a anfonodd ${app}.`,
        },
        "funds-confirmation": {
          allowed: (app) => `Gwnaethoch ganiatáu i ni ateb ie neu na pan fydd ${app} yn gofyn a oes digon o arian.`,
          refused: (app) => `Ni wnaethoch ganiatáu i ni ateb pan fydd ${app} yn gofyn a oes digon o arian.`,
        },
        "standing-order": {
          allowed: (app) => `Gwnaethoch gytuno i’r archeb sefydlog y gofynnodd ${app} amdani.`,
          refused: (app) => `Ni wnaethoch gytuno i’r archeb sefydlog y gofynnodd ${app} amdani.`,
        },
        payment: {
          allowed: (app) => `Gwnaethoch gytuno i’r taliad y gofynnodd ${app} amdano.`,
          refused: (app) => `Ni wnaethoch gytuno i’r taliad y gofynnodd ${app} amdano.`,
        },
      },
      shared: {
        "account-access": "Gwnaethoch ei ganiatáu, felly gellir ei rannu.",
        "variable-payments": "Gwnaethoch ei ganiatáu, felly gellir cymryd taliadau o fewn y terfynau a welsoch.",
        file: "Gwnaethoch gytuno iddo, felly gellir ei dalu. Ni ellir ei dalu ddwywaith.",
        "funds-confirmation": "Gwnaethoch ei ganiatáu, felly gallwn ateb ie neu na, a dim mwy.",
        "standing-order": "Gwnaethoch gytuno iddi, felly gellir ei threfnu. Ni ellir ei threfnu ddwywaith.",
        payment: "Gwnaethoch gytuno iddo, felly gellir ei dalu. Ni ellir ei dalu ddwywaith.",
      },
      toDo: (app) =>
        `Eich ateb cyntaf sy’n cyfrif, ac ni ellir ei newid yma. Ewch yn ôl ${after("i", app)} i fynd ymlaen.`,
    },
    ended: {
      title: "Mae’r cais hwn ar ben",
      happened: {
        "no-eligible-account": (app) =>
          `Daeth y cais gan ${app} i ben oherwydd na ellir defnyddio yr un o’ch cyfrifon ar ei gyfer.`,
        "tpp-not-authorised": (app) =>
          `Daeth y cais gan ${app} i ben oherwydd na allem fod yn siŵr bod ganddo hawl i ofyn i chi.`,
        "timed-out": (app) => `Daeth y cais gan ${app} i ben am fod ei amser ar ben.`,
        technical: (app) => `Daeth y cais gan ${app} i ben oherwydd na allem ddangos y cyfan ohono i chi.`,
        "sca-failed": (app) => `Daeth y cais gan ${app} i ben oherwydd na allem fod yn siŵr mai chi oedd yno.`,
      },
      toDo: (app) => `Nid oes dim mwy i’w wneud yma. Gallwch fynd yn ôl ${after("i", app)}.`,
      waiting: {
        title: "Rydym yn dod â’r cais hwn i ben",
        happened: "Nid yw’r system sy’n trosglwyddo hyn yn ateb eto.",
        toDo: "Arhoswch funud, yna rhowch gynnig arall arni. Nid oes rhaid i chi ateb dim.",
      },
    },
    expired: {
      title: "Daeth eich amser i ateb i ben",
      happened: (app) => `Am gyfnod byr yn unig yr oedd y cais gan ${app} ar agor. Mae’r amser hwnnw ar ben.`,
    },
    unknown: {
      title: "Ni allwn ddangos y cais hwn",
      happened: "Nid yw’r ddolen yn gyflawn, neu mae wedi’i defnyddio o’r blaen, neu mae’n rhy hen.",
      toDo: "Ewch yn ôl i’r ap y daethoch ohono a dechreuwch eto.",
    },
    openedElsewhere: {
      title: "Mae’r cais hwn ar agor yn rhywle arall",
      happened:
        "Cafodd ei agor mewn porwr arall neu ar ddyfais arall. Er mwyn eich cadw’n ddiogel, dim ond yno y mae’n gweithio.",
      toDo: "Ewch ymlaen yno, neu ewch yn ôl i’r ap a dechreuwch eto. Os nad chi oedd yno, ffoniwch ni.",
    },
    withdrawn: {
      title: (app) => `Nid yw ${app} yn gofyn am hyn mwyach`,
      happened: (app) => `${after("Mae", app)} wedi tynnu’r cais yn ôl, neu ni ellir ei ddefnyddio mwyach.`,
    },
    dayPassed: {
      title: "Mae’r diwrnod ar gyfer y taliad hwn wedi mynd heibio",
      happened: (app) => `Gofynnodd ${app} am daliad ar ddiwrnod sydd wedi mynd heibio.`,
    },
    rateExpired: {
      title: "Mae’r gyfradd gyfnewid wedi dod i ben",
      happened: (app) => `Dim ond am amser byr roedd y gyfradd yng nghais ${app} yn dal. Mae’r amser hwnnw ar ben.`,
    },
    changed: {
      title: (app) => `${after("Mae", app)} wedi newid y cais`,
      happened: "Nid yr hyn a welsoch yw’r hyn sy’n cael ei ofyn yn awr, felly ni wnaethom weithredu ar eich ateb.",
      toDo: "Darllenwch y cais newydd cyn i chi ateb.",
    },
    unavailable: {
      title: "Ni allwn wneud hyn ar hyn o bryd",
      happened: "Nid yw un o’n systemau yn ateb.",
      toDo: (app) =>
        `Arhoswch funud, yna rhowch gynnig arall arni. Gallwch hefyd fynd yn ôl ${after("i", app)} a dechrau eto yn nes ymlaen.`,
    },
    notUnderstood: {
      title: "Ni allwn ddangos y cais hwn i gyd",
      happened: (app) => `Gofynnodd ${app} am rywbeth na allwn ei esbonio i chi. Felly ni fyddwn yn ei adael drwodd.`,
      toDo: (app) => `Rydym wedi nodi’r nam. Ewch yn ôl ${after("i", app)}: dim ond oddi yno y gall cais cywir ddod.`,
    },
    requesterUnknown: {
      title: "Nid ydym yn gwybod pwy sy’n gofyn",
      happened: "Nid yw’r ap a’ch anfonodd yma wedi rhoi enw i ni. Ni allwch gytuno i gais gan rywun heb enw.",
      toDo: "Rhowch ddiwedd ar y cais hwn. Os nad chi a’i dechreuodd, ffoniwch ni.",
      end: "Rhoi diwedd ar y cais hwn",
    },
    notInRegister: {
      title: (app) => `Ni all ${app} ofyn am hyn nawr`,
      happened: (app) =>
        `Mae’r rhestr swyddogol o gwmnïau’n dweud nad oes gan ${app} ganiatâd i gynnig hyn. Felly ni fyddwn yn ei adael drwodd.`,
    },
    noAccount: {
      title: {
        "account-access": "Nid oes gennych gyfrif i’w rannu",
        "variable-payments": "Nid oes gennych gyfrif i dalu ohono",
        file: "Nid oes gennych gyfrif i dalu ohono",
        "funds-confirmation": "Nid oes gennych gyfrif i ateb amdano",
        "standing-order": "Nid oes gennych gyfrif i dalu ohono",
        payment: "Nid oes gennych gyfrif i dalu ohono",
      },
      happened: {
        "account-access": (app) =>
          `Gofynnodd ${app} am gael gweld gwybodaeth cyfrifon, ond ni ellir rhannu’r un o’ch cyfrifon chi.`,
        "variable-payments": (app) => `Gofynnodd ${app} am gymryd taliadau, ond ni all yr un o’ch cyfrifon eu gwneud.`,
        file: (app) => `Gofynnodd ${app} am daliadau, ond ni all yr un o’ch cyfrifon eu gwneud.`,
        "funds-confirmation": (app) =>
          `Gofynnodd ${app} a oes digon o arian, ond ni allwn ateb am yr un o’ch cyfrifon.`,
        "standing-order": (app) => `Gofynnodd ${app} am archeb sefydlog, ond ni all yr un o’ch cyfrifon ei thalu.`,
        payment: (app) => `Gofynnodd ${app} am daliad, ond ni all yr un o’ch cyfrifon ei wneud.`,
      },
      toDo: (app) => `Ewch yn ôl ${after("i", app)}. Byddant yn cael gwybod na wnaethoch fynd ymlaen.`,
      accounts: "Eich cyfrifon",
    },
    namedAccountNotYours: {
      title: "Nid chi biau’r cyfrif a enwyd",
      happened: (app, number) =>
        `Gofynnodd ${app} am gael talu o’r cyfrif ${number}. Nid yw’n un o’ch cyfrifon gyda ni.`,
      toDo: (app) => `Ewch yn ôl ${after("i", app)} a dewiswch un o’ch cyfrifon eich hun yno.`,
    },
    namedAccountUnavailable: {
      title: "Ni allwch dalu o’r cyfrif a enwyd",
      happened: (app, number) => `Gofynnodd ${app} am gael talu o’ch cyfrif ${number}.`,
      toDo: (app) => `Ewch yn ôl ${after("i", app)} a dewiswch gyfrif arall yno.`,
    },
    leaving: {
      title: (app) => `Rydym yn mynd â chi yn ôl ${after("i", app)}`,
      happened: {
        "account-access": {
          allowed: (app) => `Gwnaethoch ganiatáu ${after("i", app)} weld yr hyn a ddewisoch.`,
          refused: (app) => `Ni wnaethoch ganiatáu ${after("i", app)} weld gwybodaeth eich cyfrifon.`,
        },
        "variable-payments": {
          allowed: (app) => `Gwnaethoch ganiatáu taliadau o fewn terfynau. Gall ${app} eu cymryd nawr.`,
          refused: (app) => `Ni wnaethoch gytuno y gall ${app} gymryd taliadau.`,
        },
        file: {
          allowed: (app) => `Gwnaethoch gytuno i’r taliadau. Gall ${app} ofyn amdanynt nawr.`,
          refused: (app) => `Ni wnaethoch gytuno i’r taliadau y gofynnodd ${app} amdanynt.`,
        },
        "funds-confirmation": {
          allowed: (app) => `Gwnaethoch ganiatáu i ni ateb ie neu na pan fydd ${app} yn gofyn.`,
          refused: (app) => `Ni wnaethoch ganiatáu i ni ateb pan fydd ${app} yn gofyn a oes digon o arian.`,
        },
        "standing-order": {
          allowed: (app) => `Gwnaethoch gytuno i’r archeb sefydlog. Gall ${app} ei threfnu nawr.`,
          refused: (app) => `Ni wnaethoch gytuno i’r archeb sefydlog y gofynnodd ${app} amdani.`,
        },
        payment: {
          allowed: (app) => `Gwnaethoch gytuno i’r taliad. Gall ${app} ei anfon yn awr.`,
          refused: (app) => `Ni wnaethoch gytuno i’r taliad y gofynnodd ${app} amdano.`,
        },
      },
      toDo: "Os nad oes dim yn digwydd, defnyddiwch y botwm isod.",
    },
    recording: {
      title: "Mae eich ateb gennym, ond nid yw wedi mynd drwodd eto",
      happened: {
        allowed: "Gwnaethoch gytuno. Rydym wedi cadw eich ateb, ond nid yw’r system sy’n gweithredu arno yn ateb.",
        refused: "Gwnaethoch wrthod. Rydym wedi cadw eich ateb, ond nid yw’r system sy’n ei drosglwyddo yn ateb.",
      },
      nothingYet: {
        "account-access": "Ddim eto. Ni rannwyd dim hyd yn hyn.",
        "variable-payments": "Ddim eto. Nid oes arian wedi gadael eich cyfrif hyd yn hyn.",
        file: "Ddim eto. Nid oes arian wedi gadael eich cyfrif hyd yn hyn.",
        "funds-confirmation": "Ddim eto. Nid atebwyd dim hyd yn hyn.",
        "standing-order": "Ddim eto. Nid oes arian wedi gadael eich cyfrif hyd yn hyn.",
        payment: "Ddim eto. Nid oes arian wedi gadael eich cyfrif hyd yn hyn.",
      },
      toDo: "Arhoswch funud, yna rhowch gynnig arall arni. Bydd eich ateb yn aros yr un fath.",
    },
  },
} satisfies Pick<Words, "stop">;
