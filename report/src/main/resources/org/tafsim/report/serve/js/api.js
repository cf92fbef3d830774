// Questions to the server. What it refuses comes as an error with its sentence.

export function address(what, parameters = []) {
  const query = parameters.map(([name, value]) => encodeURIComponent(name) + '=' + encodeURIComponent(value)).join('&');
  return '/api/' + what + (query ? '?' + query : '');
}

export async function ask(what, parameters) {
  const response = await reply(what, parameters);
  return response.json();
}

export async function reply(what, parameters) {
  let response;
  try {
    response = await fetch(address(what, parameters), { cache: 'no-store' });
  } catch {
    throw new Error('The dashboard does not answer. Maybe it was stopped.');
  }
  if (!response.ok) {
    let sentence = 'The dashboard answers ' + response.status + '.';
    try { sentence = (await response.json()).error || sentence; } catch { /* no sentence came */ }
    throw new Error(sentence);
  }
  return response;
}
