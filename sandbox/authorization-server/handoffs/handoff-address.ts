/** Where a browser brings a hand-off to the consent page. */
export function handoffAddress(consentPage: URL, loginId: string, loginState: string, consentType: string): string {
  const address = new URL(consentPage);
  address.search = new URLSearchParams({
    login_id: loginId,
    login_state: loginState,
    consent_type: consentType,
  }).toString();
  return address.href;
}
