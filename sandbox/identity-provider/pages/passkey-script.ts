/**
 * Makes a passkey and sends it with the page's own form. Allowed by its hash. Browsers that lack these methods
 * (WebAuthn Level 3, section 5.1.8) keep the page without the button, as those without script do.
 */
export const PASSKEY_SCRIPT = /* js */ `
const form = document.getElementById("add");
if (form && globalThis.PublicKeyCredential?.parseCreationOptionsFromJSON) {
  document.getElementById("cannot").hidden = true;
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const problem = document.getElementById("problem");
    problem.textContent = "";
    try {
      const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(JSON.parse(form.dataset.options));
      const credential = await navigator.credentials.create({ publicKey });
      form.elements.credential.value = JSON.stringify(credential.toJSON());
      form.submit();
    } catch (error) {
      problem.textContent = error.name === "InvalidStateError" ? problem.dataset.again : problem.dataset.other;
    }
  });
}
`;

/** The same for the use of one. */
export const USE_PASSKEY_SCRIPT = /* js */ `
const form = document.getElementById("use");
if (form && globalThis.PublicKeyCredential?.parseRequestOptionsFromJSON) {
  document.getElementById("cannot").hidden = true;
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const problem = document.getElementById("problem");
    problem.textContent = "";
    try {
      const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(JSON.parse(form.dataset.options));
      const credential = await navigator.credentials.get({ publicKey });
      form.elements.credential.value = JSON.stringify(credential.toJSON());
      form.submit();
    } catch {
      problem.textContent = problem.dataset.other;
    }
  });
}
`;
