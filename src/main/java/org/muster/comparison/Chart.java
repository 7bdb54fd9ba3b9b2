package org.muster.comparison;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Where lines and marks stand in the drawing, in units of its own. */
final class Chart {

	static final int WIDTH = 720;

	static final int HEIGHT = 320;

	private static final int LEFT = 80;

	private static final int BOTTOM = 40;

	private static final int TOP = 12;

	private static final int RIGHT = 12;

	private static final int STEPS = 4;

	/** How far above a mark its text stands. */
	private static final int ABOVE = 10;

	private final Ways ways;

	private final double most;

	Chart(Ways ways) {
		this.ways = ways;
		double highest = 1;
		for (Way way : Way.values()) {
			highest = Math.max(highest, ways.cost(way).after(BigDecimal.valueOf(Ways.MOST_MONTHS)).doubleValue());
		}
		this.most = round(highest);
	}

	/** Up to a round step of the scale. */
	private static double round(double highest) {
		double step = Math.pow(10, Math.floor(Math.log10(highest / STEPS)));
		double best = step * 10;
		for (double factor : new double[] { 5, 2.5, 2, 1 }) {
			if (step * factor * STEPS >= highest) {
				best = step * factor;
			}
		}
		return best * STEPS;
	}

	record Tick(String at, BigDecimal value) {
	}

	record Mark(String x, String y, String above, Ways.BreakEven breakEven) {
	}

	public String line(Way way) {
		return x(0) + "," + y(this.ways.cost(way).after(BigDecimal.ZERO).doubleValue()) + " " + x(Ways.MOST_MONTHS)
				+ "," + y(this.ways.cost(way).after(BigDecimal.valueOf(Ways.MOST_MONTHS)).doubleValue());
	}

	public List<Tick> amounts() {
		List<Tick> ticks = new ArrayList<>();
		for (int step = 0; step <= STEPS; step++) {
			double amount = this.most * step / STEPS;
			ticks.add(new Tick(y(amount), BigDecimal.valueOf(amount).setScale(0, RoundingMode.HALF_UP)));
		}
		return ticks;
	}

	public List<Tick> months() {
		List<Tick> ticks = new ArrayList<>();
		for (int month = 0; month <= Ways.MOST_MONTHS; month += 6) {
			ticks.add(new Tick(x(month), BigDecimal.valueOf(month)));
		}
		return ticks;
	}

	public List<Mark> marks() {
		return this.ways.breakEvens()
			.stream()
			.map((one) -> new Mark(x(one.months().doubleValue()), y(one.cost().doubleValue()),
					number(Double.parseDouble(y(one.cost().doubleValue())) - ABOVE), one))
			.toList();
	}

	public String planned() {
		return x(this.ways.months().doubleValue());
	}

	public int left() {
		return LEFT;
	}

	public int bottom() {
		return HEIGHT - BOTTOM;
	}

	public int top() {
		return TOP;
	}

	public int right() {
		return WIDTH - RIGHT;
	}

	private static String x(double month) {
		return number(LEFT + month / Ways.MOST_MONTHS * (WIDTH - LEFT - RIGHT));
	}

	private String y(double amount) {
		return number(HEIGHT - BOTTOM - amount / this.most * (HEIGHT - BOTTOM - TOP));
	}

	private static String number(double value) {
		return String.format(Locale.ROOT, "%.1f", value);
	}

}
