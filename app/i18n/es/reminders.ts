import { plural } from "../plural";
import type { Words } from "../words";

export const reminders = {
  soon: {
    subject: (app, day) => `Su conexión con ${app} termina el ${day}`,
    what: (app, day) => `Usted conectó ${app} hasta el ${day}. Después, la conexión se detiene por sí sola.`,
    renew: (app) => `¿Quiere mantenerla? Renuévela en ${app}. Si no, no tiene que hacer nada.`,
  },
  list: {
    unread: plural("es", { one: "# aviso nuevo", other: "# avisos nuevos" }),
    news: plural("es", { one: "# nuevo", other: "# nuevos" }),
    isNew: "Nuevo",
    markAll: "Marcar todo como leído",
    none: "Todavía no hay avisos.",
    teach: "Cuando ocurra algo con lo que comparte o paga mediante una aplicación, lo encontrará aquí.",
    older: "Avisos anteriores",
    newest: "Avisos más recientes",
  },
  settings: {
    title: "Cómo le avisamos",
    saved: "Sus opciones están guardadas.",
    always: "Lo que siempre le decimos",
    alwaysText:
      "Cuando una aplicación obtiene acceso, cuando un acceso se pausa o se detiene y cuando usted nos avisa de algo: se lo decimos al momento, aquí y por correo electrónico. No se puede desactivar, para que nadie pueda ocultárselo.",
    topics: {
      reminders: { title: "Un acceso termina pronto", hint: "30 días, 7 días y 1 día antes del fin." },
      endings: {
        title: "Un acceso ha terminado",
        hint: "Se acabó su plazo, la aplicación le puso fin o una de sus cuentas ya no forma parte de él.",
      },
      requests: {
        title: "Solicitudes",
        hint: "Una solicitud necesita su firma, no recibió todas las firmas o no llegó a completarse.",
      },
    },
    ways: { "in-app": "Aquí, en sus avisos", "e-mail": "Por correo electrónico" },
    quiet: {
      title: "Horas de silencio",
      use: "No me envíen correos en estas horas",
      hint: "Los correos esperan a que terminen. Lo que siempre le decimos no espera. Todas las horas son del Reino Unido.",
      from: "Desde",
      until: "Hasta",
      same: "Elija dos horas distintas para sus horas de silencio.",
    },
    apps: {
      title: "Recordatorios de cada aplicación",
      hint: "Quite la marca donde no quiera recordatorios.",
      remind: (app) => `Recordarme ${app}`,
    },
    save: "Guardar",
  },
  take: {
    title: "Llévese sus datos",
    text: "Todas las conexiones y los pagos que aceptó mediante aplicaciones, con todo lo que pasó con ellos, y sus avisos.",
    csv: "Como tabla (CSV)",
    json: "Para programas (JSON)",
    columns: { app: "Aplicación", why: "Por qué", asked: "Solicitado", ends: "Termina" },
    keepSafe: "Guarde el archivo en un lugar seguro: quien lo tenga puede leerlo.",
  },
} satisfies Words["reminders"];
