{
  const form = document.getElementById("passkey");
  const bytes = (text) =>
    Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer)))
      .replace(/\+/g, "-")
      .replace(/\//g, "_")
      .replace(/=+$/, "");
  if (window.PublicKeyCredential) form.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const failed = form.querySelector("[role=alert]");
    failed.hidden = true;
    try {
      const { id, response } = await navigator.credentials.get({
        publicKey: {
          challenge: bytes(form.elements.bound.value),
          rpId: form.dataset.rpId,
          allowCredentials: JSON.parse(form.dataset.keys).map((key) => ({
            id: bytes(key.id),
            type: "public-key",
            ...(key.transports.length > 0 && { transports: key.transports }),
          })),
          userVerification: "required",
        },
      });
      form.elements.response.value = JSON.stringify({
        id,
        rawId: id,
        type: "public-key",
        response: {
          clientDataJSON: text(response.clientDataJSON),
          authenticatorData: text(response.authenticatorData),
          signature: text(response.signature),
        },
      });
      form.submit();
    } catch {
      failed.hidden = false;
    }
  });
}
