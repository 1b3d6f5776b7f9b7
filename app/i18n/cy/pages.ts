import type { Words } from "../words";

const START_AGAIN = "Ewch yn ôl i’r ap a’ch anfonodd yma a dechreuwch eto.";

export const pages = {
  home: {
    documentTitle: "Gwasanaeth cydsynio",
    title: "Gwasanaeth cydsynio",
    what: "Pan fydd ap yn gofyn am eich cyfrifon neu’n gofyn i chi dalu, bydd eich banc yn dod â chi yma i weld yn union beth sy’n cael ei ofyn ac i’w ganiatáu neu ei wrthod.",
    nothingToDo: "Nid oes dim i’w wneud ar y dudalen hon. Dechreuwch yn yr ap rydych am ei gysylltu.",
  },
  problem: {
    notFound: {
      title: "Nid oes dim i’w ddangos yma",
      text: "Efallai nad yw’r cyfeiriad yn gyflawn, neu nad yw’r hyn yr oedd yn arwain ato yno mwyach.",
      whatToDo: "Os anfonodd ap chi yma, ewch yn ôl iddo a dechreuwch eto.",
    },
    unreadable: {
      title: "Ni all y dudalen hon dderbyn y cais hwnnw",
      text: "Nid oedd yr hyn a ddaeth ar ffurf rydym yn ei derbyn. Ni newidiwyd dim ac ni rannwyd dim.",
      whatToDo: START_AGAIN,
    },
    tooLarge: {
      title: "Mae hynny’n rhy fawr",
      text: "Mae’n fwy nag y mae’r dudalen hon yn ei dderbyn. Ni newidiwyd dim ac ni rannwyd dim.",
      whatToDo: "Ewch yn ôl a dewiswch ffeil lai. 256 kB yw maint mwyaf derbynneb.",
    },
    foreign: {
      title: "Ni ddaeth y cais hwn o’n tudalen ni",
      text: "Er mwyn eich diogelu, ni wnaethom weithredu arno. Ni newidiwyd dim ac ni rannwyd dim.",
      whatToDo: START_AGAIN,
    },
    unavailable: {
      title: "Nid yw’r gwasanaeth hwn ar gael ar hyn o bryd",
      text: "Ni newidiwyd dim ac ni rannwyd dim.",
      whatToDo: "Rhowch gynnig arall arni ymhen ychydig funudau.",
    },
    fault: {
      title: "Aeth rhywbeth o’i le ar ein hochr ni",
      text: "Ni allem orffen hyn. Os oeddech newydd wneud dewis, efallai nad yw wedi’i gadw.",
      whatToDo: "Ewch yn ôl i’r ap a’ch anfonodd yma i weld sut mae pethau, neu dechreuwch eto yno.",
    },
    reference: "Cyfeirnod",
    referenceHint: "Rhowch ef i ni os byddwch yn ffonio.",
  },
} satisfies Words["pages"];
