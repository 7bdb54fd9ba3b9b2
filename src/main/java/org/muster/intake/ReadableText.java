package org.muster.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * A text as a person sees it: without the tags of a page, and without signs that show
 * nothing or turn what is written around.
 */
final class ReadableText {

	private static final Pattern HTML = Pattern.compile("</\\w|<(?:br|p|li|div|script|img)\\b",
			Pattern.CASE_INSENSITIVE);

	private static final String BLOCKS = "p, li, div, h1, h2, h3, h4, h5, h6, tr, section, article, header, table, ul, ol";

	/** Soft hyphens, zero width, direction, and whatever else controls. */
	private static final Pattern INVISIBLE = Pattern
		.compile("[\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufeff\\ufff9-\\ufffb]");

	private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");

	private static final Pattern SPACE = Pattern.compile("[\\t\\u00a0\\u2000-\\u200a\\u202f\\u3000]");

	private static final Pattern END = Pattern.compile(
			"(?<=[.!?;])(?<!\\b(?:max|min|approx|ca|e\\.g|i\\.e|incl|excl|no|nr|ref|bzw|p\\.a|sr|jr|[Rr]s|[Ff]r)\\.)\\s+(?=[\\p{Lu}\\p{Nd}\"'(¿¡„«€$£])|\\n");

	private final String text;

	private final List<Clause> clauses = new ArrayList<>();

	private ReadableText(String text) {
		this.text = text;
		divide();
	}

	static ReadableText of(String raw) {
		String text = raw.replace("\r\n", "\n").replace('\r', '\n');
		if (HTML.matcher(text).find()) {
			Document page = Jsoup.parseBodyFragment(text);
			page.select("script, style").remove();
			for (Element block : page.select(BLOCKS)) {
				block.prependChild(new TextNode("\n")).appendChild(new TextNode("\n"));
			}
			page.select("br").forEach((line) -> line.replaceWith(new TextNode("\n")));
			text = page.wholeText();
		}
		text = INVISIBLE.matcher(text).replaceAll("");
		text = SPACE.matcher(CONTROL.matcher(text).replaceAll(" ")).replaceAll(" ");
		return new ReadableText(text);
	}

	private void divide() {
		Matcher matcher = END.matcher(this.text);
		int from = 0;
		int line = 0;
		while (from <= this.text.length()) {
			int to = matcher.find() ? matcher.start() : this.text.length();
			add(from, to, line);
			if (to == this.text.length()) {
				break;
			}
			line += this.text.substring(to, matcher.end()).contains("\n") ? 1 : 0;
			from = matcher.end();
		}
	}

	private void add(int from, int to, int line) {
		String raw = this.text.substring(from, to);
		String clause = raw.strip();
		if (!clause.isEmpty()) {
			this.clauses.add(new Clause(clause, from + raw.indexOf(clause), line));
		}
	}

	String text() {
		return this.text;
	}

	boolean isBlank() {
		return this.clauses.isEmpty();
	}

	List<Clause> clauses() {
		return this.clauses;
	}

	Clause clauseAt(int position) {
		int low = 0;
		int high = this.clauses.size() - 1;
		while (low < high) {
			int middle = (low + high + 1) / 2;
			if (this.clauses.get(middle).start() <= position) {
				low = middle;
			}
			else {
				high = middle - 1;
			}
		}
		return this.clauses.get(low);
	}

	/** A place of the whole text. */
	Passage passage(int start, int end) {
		return Passage.of(this.text, clauseAt(start), start, end);
	}

	/** What a pattern has found in a clause. */
	Passage passage(Clause clause, Matcher found) {
		return Passage.of(this.text, clause, clause.start() + found.start(), clause.start() + found.end());
	}

}
