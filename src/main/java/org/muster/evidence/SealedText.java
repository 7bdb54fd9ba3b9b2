package org.muster.evidence;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * What is sealed, as lines {@code name=value} in a fixed order. No value can pretend to
 * be another line.
 */
public final class SealedText {

	private final StringBuilder text = new StringBuilder();

	public SealedText add(String name, @Nullable Object value) {
		String plain = (value instanceof BigDecimal number) ? plain(number) : String.valueOf(value);
		this.text.append(name).append('=').append(plain.replace("\\", "\\\\").replace("\n", "\\n")).append('\n');
		return this;
	}

	/** The same for 1, 1.0 and 1.00. */
	public static String plain(BigDecimal number) {
		return (number.signum() == 0) ? "0" : number.stripTrailingZeros().toPlainString();
	}

	@Override
	public String toString() {
		return this.text.toString();
	}

}
