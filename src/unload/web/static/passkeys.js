// Passkeys: ask for a challenge, let the browser answer it, send the answer as a plain form.
"use strict";
for (const form of document.querySelectorAll("form[data-passkey]")) {
  const says = form.querySelector("[role=alert]");
  const able = typeof window.PublicKeyCredential?.parseRequestOptionsFromJSON === "function";
  for (const shown of document.querySelectorAll("[data-able]")) {
    shown.hidden = able !== (shown.dataset.able === "yes");
  }
  const say = (text) => {
    says.hidden = !text;
    says.textContent = text;
  };
  const answer = async () => {
    const asked = await fetch(form.dataset.from, {
      method: "POST", body: new FormData(form), credentials: "same-origin", redirect: "error",
    });
    const told = await asked.json();
    if (!asked.ok) throw new Error(told.says);
    if (form.dataset.passkey === "make") {
      const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(told.publicKey);
      return navigator.credentials.create({ publicKey });
    }
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(told.publicKey);
    return navigator.credentials.get({ publicKey });
  };
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    say("");
    try {
      form.elements.answer.value = JSON.stringify((await answer()).toJSON());
    } catch (error) {
      // A DOMException is the browser's: whoever closed its window knows why.
      say(error instanceof DOMException || !error.message ? form.dataset.failed : error.message);
      return;
    }
    if (form.elements.password) form.elements.password.value = "";
    form.submit();
  });
}
