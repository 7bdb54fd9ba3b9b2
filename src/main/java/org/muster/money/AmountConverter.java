package org.muster.money;

import java.math.BigDecimal;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/**
 * Reads amounts, which columns keep with as many decimals as any currency has, with no
 * more than they need, but at least two.
 */
@Converter
public class AmountConverter implements AttributeConverter<@Nullable BigDecimal, @Nullable BigDecimal> {

	private static final int LEAST_DECIMALS = 2;

	@Override
	public @Nullable BigDecimal convertToDatabaseColumn(@Nullable BigDecimal amount) {
		return amount;
	}

	@Override
	public @Nullable BigDecimal convertToEntityAttribute(@Nullable BigDecimal amount) {
		return (amount != null) ? normalised(amount) : null;
	}

	/** With no more decimals than it needs, but at least two. */
	public static BigDecimal normalised(BigDecimal amount) {
		return amount.setScale(Math.max(LEAST_DECIMALS, amount.stripTrailingZeros().scale()));
	}

}
