package org.muster.matching;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Up to 65,536 consultants in columns; never changed once it is built. People who are
 * alike stand together, so that whole blocks of them can be passed over.
 */
final class Segment {

	static final int MOST = 1 << 16;

	private static final int[] NONE = {};

	/** A day, the rate from then on, and the day since which that is. */
	private static final int STEP = 3;

	/** How many places have their largest values kept together. */
	static final int BLOCK = 256;

	final int size;

	final int[] ids;

	/** Places in the order of the ids. */
	private final char[] byId;

	private final int[] rates;

	private final char[] since;

	/** The places of those whose rate changes, and where their changes begin and end. */
	private final char[] changing;

	/** The same places, for asking about one of them quickly. */
	private final BitSet isChanging;

	private final int[] changes;

	private final int[] laterRates;

	private final char[] euros;

	final byte[] currencies;

	final char[] zones;

	final char[] places;

	final char[] roles;

	final byte[] modes;

	final byte[] seniorities;

	final byte[] years;

	final int[] availableFrom;

	final byte[] breadth;

	final byte[] reviews;

	final byte[] workflow;

	final byte[] together;

	final byte[] level;

	/** The places of those whose time is taken, and where theirs begins and ends. */
	private final char[] busy;

	private final int[] begins;

	final int[] taken;

	/** By id of the skill. */
	private final Postings[] skills;

	/** By number of the language. */
	private final Postings[] languages;

	/** The lowest rate of each block, in whole euros. */
	final char[] cheapest;

	/** The largest of each block. */
	final BaselineScore[] best;

	final byte[] bestSeniority;

	final byte[] bestYears;

	Segment(List<PoolRow> unordered) {
		List<PoolRow> rows = unordered.stream().sorted(PoolRow.BY_WORTH).toList();
		this.size = rows.size();
		this.ids = new int[this.size];
		this.rates = new int[this.size];
		this.since = new char[this.size];
		this.euros = new char[this.size];
		this.currencies = new byte[this.size];
		this.zones = new char[this.size];
		this.places = new char[this.size];
		this.roles = new char[this.size];
		this.modes = new byte[this.size];
		this.seniorities = new byte[this.size];
		this.years = new byte[this.size];
		this.availableFrom = new int[this.size];
		this.breadth = new byte[this.size];
		this.reviews = new byte[this.size];
		this.workflow = new byte[this.size];
		this.together = new byte[this.size];
		this.level = new byte[this.size];
		for (int at = 0; at < this.size; at++) {
			put(at, rows.get(at));
		}
		this.byId = new char[this.size];
		int[] order = IntStream.range(0, this.size)
			.boxed()
			.sorted(Comparator.comparing((at) -> this.ids[at]))
			.mapToInt(Integer::intValue)
			.toArray();
		for (int at = 0; at < this.size; at++) {
			this.byId[at] = (char) order[at];
		}
		this.busy = chars(IntStream.range(0, this.size).filter((at) -> rows.get(at).taken().length > 0).toArray());
		this.begins = new int[this.busy.length + 1];
		for (int at = 0; at < this.busy.length; at++) {
			this.begins[at + 1] = this.begins[at] + rows.get(this.busy[at]).taken().length;
		}
		this.taken = rows.stream().flatMapToInt((row) -> IntStream.of(row.taken())).toArray();
		this.changing = chars(
				IntStream.range(0, this.size).filter((at) -> rows.get(at).laterRates().length > 0).toArray());
		this.isChanging = new BitSet(this.size);
		for (char at : this.changing) {
			this.isChanging.set(at);
		}
		this.changes = new int[this.changing.length + 1];
		for (int at = 0; at < this.changing.length; at++) {
			this.changes[at + 1] = this.changes[at] + rows.get(this.changing[at]).laterRates().length;
		}
		this.laterRates = rows.stream().flatMapToInt((row) -> IntStream.of(row.laterRates())).toArray();
		this.skills = invert(rows.stream().map(PoolRow::skills).toList(), rows.stream().map(PoolRow::units).toList());
		this.languages = invert(rows.stream().map(PoolRow::languages).toList(),
				rows.stream().map(PoolRow::levels).toList());
		int blocks = (this.size + BLOCK - 1) / BLOCK;
		this.best = new BaselineScore[blocks];
		this.bestSeniority = new byte[blocks];
		this.bestYears = new byte[blocks];
		this.cheapest = new char[blocks];
		for (int block = 0; block < blocks; block++) {
			this.cheapest[block] = (char) IntStream.range(block * BLOCK, Math.min(this.size, (block + 1) * BLOCK))
				.map((at) -> this.euros[at])
				.min()
				.orElse(0);
			this.best[block] = new BaselineScore(best(this.breadth, block), best(this.reviews, block),
					best(this.workflow, block), best(this.together, block), best(this.level, block));
			this.bestSeniority[block] = (byte) best(this.seniorities, block);
			this.bestYears[block] = (byte) best(this.years, block);
		}
	}

	private void put(int at, PoolRow row) {
		this.ids[at] = row.id();
		this.rates[at] = row.rate();
		this.since[at] = (char) row.since();
		this.euros[at] = (char) row.euros();
		this.currencies[at] = (byte) row.currency();
		this.zones[at] = (char) row.zone();
		this.places[at] = (char) row.place();
		this.roles[at] = (char) row.roles();
		this.modes[at] = (byte) row.modes();
		this.seniorities[at] = (byte) row.seniority();
		this.years[at] = (byte) row.years();
		this.availableFrom[at] = row.availableFrom();
		this.breadth[at] = (byte) row.baseline().breadth();
		this.reviews[at] = (byte) row.baseline().reviews();
		this.workflow[at] = (byte) row.baseline().workflow();
		this.together[at] = (byte) row.baseline().together();
		this.level[at] = (byte) row.baseline().level();
	}

	private static char[] chars(int[] numbers) {
		char[] chars = new char[numbers.length];
		for (int at = 0; at < numbers.length; at++) {
			chars[at] = (char) numbers[at];
		}
		return chars;
	}

	/** From what each has to who has it. */
	private static Postings[] invert(List<int[]> things, List<int[]> values) {
		int highest = things.stream().flatMapToInt(IntStream::of).max().orElse(-1);
		int[] counts = new int[highest + 1];
		things.forEach((own) -> IntStream.of(own).forEach((thing) -> counts[thing]++));
		char[][] places = new char[highest + 1][];
		byte[][] bytes = new byte[highest + 1][];
		for (int thing = 0; thing <= highest; thing++) {
			places[thing] = new char[counts[thing]];
			bytes[thing] = new byte[counts[thing]];
			counts[thing] = 0;
		}
		for (int at = 0; at < things.size(); at++) {
			int[] own = things.get(at);
			for (int one = 0; one < own.length; one++) {
				int next = counts[own[one]]++;
				places[own[one]][next] = (char) at;
				bytes[own[one]][next] = (byte) values.get(at)[one];
			}
		}
		Postings[] postings = new Postings[highest + 1];
		for (int thing = 0; thing <= highest; thing++) {
			postings[thing] = (counts[thing] > 0) ? Postings.of(places[thing], bytes[thing], things.size())
					: Postings.NONE;
		}
		return postings;
	}

	private int best(byte[] column, int block) {
		int best = 0;
		for (int at = block * BLOCK; at < Math.min(this.size, (block + 1) * BLOCK); at++) {
			best = Math.max(best, column[at] & 0xff);
		}
		return best;
	}

	Postings skill(long id) {
		return (id < this.skills.length) ? this.skills[(int) id] : Postings.NONE;
	}

	Postings language(int number) {
		return (number < this.languages.length) ? this.languages[number] : Postings.NONE;
	}

	/** Where the person of an id stands; negative for nowhere. */
	int place(int id) {
		int low = 0;
		int high = this.size - 1;
		while (low <= high) {
			int middle = (low + high) >>> 1;
			int found = this.ids[this.byId[middle]];
			if (found == id) {
				return this.byId[middle];
			}
			if (found < id) {
				low = middle + 1;
			}
			else {
				high = middle - 1;
			}
		}
		return -1;
	}

	/** The rate of a person on a day since 1970. */
	int rate(int at, int day) {
		int step = step(at, day);
		return (step < 0) ? this.rates[at] : this.laterRates[step + 1];
	}

	/** The day since which that rate is. */
	int since(int at, int day) {
		int step = step(at, day);
		return (step < 0) ? this.since[at] : this.laterRates[step + 2];
	}

	/** Where the change of a rate is that counts on a day; negative for none. */
	private int step(int at, int day) {
		int step = -1;
		if (this.isChanging.get(at)) {
			int number = changing(at);
			for (int one = this.changes[number]; one < this.changes[number + 1]; one += STEP) {
				if (this.laterRates[one] <= day) {
					step = one;
				}
			}
		}
		return step;
	}

	/** Whether the rate of a person changes after a day, up to another. */
	boolean changesRate(int at, int after, int last) {
		if (this.isChanging.get(at)) {
			int number = changing(at);
			for (int one = this.changes[number]; one < this.changes[number + 1]; one += STEP) {
				if (this.laterRates[one] > after && this.laterRates[one] <= last) {
					return true;
				}
			}
		}
		return false;
	}

	/** The number of a person among those whose rate changes; negative for others. */
	private int changing(int at) {
		return java.util.Arrays.binarySearch(this.changing, (char) at);
	}

	private int[] laterRates(int at) {
		int number = changing(at);
		return (number < 0) ? NONE
				: java.util.Arrays.copyOfRange(this.laterRates, this.changes[number], this.changes[number + 1]);
	}

	/** The number of a person among those whose time is taken; negative for others. */
	int busy(int at) {
		return java.util.Arrays.binarySearch(this.busy, (char) at);
	}

	int begin(int busy) {
		return this.begins[busy];
	}

	/** Out of the columns again, for another segment. */
	List<PoolRow> rows() {
		List<List<int[]>> skills = collect(this.skills);
		List<List<int[]>> languages = collect(this.languages);
		List<PoolRow> rows = new ArrayList<>(this.size);
		for (int at = 0; at < this.size; at++) {
			int busy = busy(at);
			int[] taken = (busy < 0) ? new int[0]
					: java.util.Arrays.copyOfRange(this.taken, begin(busy), begin(busy + 1));
			rows.add(new PoolRow(this.ids[at], this.rates[at], this.since[at], this.euros[at],
					this.currencies[at] & 0xff, this.zones[at], this.places[at], this.roles[at], this.modes[at],
					this.seniorities[at], this.years[at] & 0xff, this.availableFrom[at],
					new BaselineScore(this.breadth[at] & 0xff, this.reviews[at] & 0xff, this.workflow[at] & 0xff,
							this.together[at] & 0xff, this.level[at] & 0xff),
					taken, column(skills.get(at), 0), column(skills.get(at), 1), column(languages.get(at), 0),
					column(languages.get(at), 1), laterRates(at)));
		}
		return rows;
	}

	private List<List<int[]>> collect(Postings[] postings) {
		List<List<int[]>> all = new ArrayList<>();
		for (int at = 0; at < this.size; at++) {
			all.add(new ArrayList<>());
		}
		for (int thing = 0; thing < postings.length; thing++) {
			Postings who = postings[thing];
			for (int at = 0; at < who.values().length; at++) {
				if (who.values()[at] != 0) {
					all.get(who.isDense() ? at : who.places()[at]).add(new int[] { thing, who.values()[at] & 0xff });
				}
			}
		}
		return all;
	}

	private static int[] column(List<int[]> pairs, int column) {
		return pairs.stream().mapToInt((pair) -> pair[column]).toArray();
	}

	/** What it takes of memory, headers of small objects left out. */
	long bytes() {
		long bytes = this.size * (4L + 2 + 4 + 2 + 2 + 1 + 2 + 2 + 2 + 1 + 1 + 1 + 4 + 5) + 2L * this.busy.length
				+ 4L * this.begins.length + 4L * this.taken.length + 2L * this.changing.length + this.size / 8
				+ 4L * this.changes.length + 4L * this.laterRates.length;
		for (Postings postings : this.skills) {
			bytes += postings.bytes();
		}
		for (Postings postings : this.languages) {
			bytes += postings.bytes();
		}
		return bytes;
	}

}
