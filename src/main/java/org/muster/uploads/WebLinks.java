package org.muster.uploads;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which links are ordinary: those that a browser or an e-mail program opens. A link to a
 * share tells its server the name and the password's hash of whoever follows it.
 */
final class WebLinks {

	private static final Set<String> SCHEMES = Set.of("http", "https", "mailto", "tel", "ftp");

	private static final Pattern SCHEME = Pattern.compile("([a-z][a-z0-9+.-]*):(.*)", Pattern.DOTALL);

	/** {@code www.test.example:8080} has a port and no scheme. */
	private static final Pattern PORT = Pattern.compile("\\d{1,5}(?:[/?#].*)?", Pattern.DOTALL);

	private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}\\s\\x00]+");

	private WebLinks() {
	}

	/** Those without a scheme lead to where the document is. */
	static boolean isOne(String target) {
		String plain = UNSEEN.matcher(target).replaceAll("").toLowerCase(Locale.ROOT).replace('\\', '/');
		Matcher scheme = SCHEME.matcher(plain);
		if (plain.startsWith("//")) {
			return false;
		}
		return !scheme.matches() || SCHEMES.contains(scheme.group(1))
				|| scheme.group(1).contains(".") && PORT.matcher(scheme.group(2)).matches();
	}

}
