package org.muster.talentsearch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The text of a search, token by token. */
final class QueryText {

	private static final int LONGEST_PHRASE = 6;

	private static final Pattern TOKEN = Pattern
		.compile("-?\\w+:\"[^\"]*\"|\"[^\"]*\"|[<>]=?|(?:[^\\s,;<>\"]|(?<=\\d),(?=\\d))+");

	private static final Pattern SIGN = Pattern.compile("[^\\p{L}\\d]+");

	private final String text;

	private final List<Token> tokens = new ArrayList<>();

	QueryText(String text) {
		this.text = text;
		Matcher matcher = TOKEN.matcher(text);
		while (matcher.find()) {
			this.tokens.add(new Token(matcher.group(), matcher.start(), matcher.end()));
		}
	}

	private record Token(String text, int start, int end) {
	}

	int size() {
		return this.tokens.size();
	}

	String token(int at) {
		return this.tokens.get(at).text();
	}

	/** How many tokens a phrase from one on may have. */
	int most(int at) {
		return Math.min(LONGEST_PHRASE, size() - at);
	}

	/** Some tokens in lower case, with single blanks between. */
	String words(int at, int count) {
		return this.tokens.subList(at, at + count)
			.stream()
			.map(Token::text)
			.collect(Collectors.joining(" "))
			.toLowerCase(Locale.ROOT);
	}

	/** The longest part from a token on that something takes; 0 if it takes none. */
	int longest(int at, Predicate<String> taken) {
		for (int count = most(at); count > 0; count--) {
			if (taken.test(words(at, count))) {
				return count;
			}
		}
		return 0;
	}

	/** Whether one of some tokens is nothing but a sign. */
	boolean hasSign(int at, int count) {
		return this.tokens.subList(at, at + count).stream().anyMatch((token) -> SIGN.matcher(token.text()).matches());
	}

	/** The whole text without some tokens. */
	String without(int at, int count) {
		String before = this.text.substring(0, this.tokens.get(at).start());
		String after = this.text.substring(this.tokens.get(at + count - 1).end());
		return (before + after).strip().replaceAll("\\s{2,}", " ");
	}

}
