package org.muster.pricing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.muster.money.Money;
import org.muster.money.Vat;

/**
 * What the lines of a revision come to. Every month is taxed at the rate of its last day,
 * since services over months are supplied when the time ends to which an invoice relates
 * (Directive 2006/112/EC, article 64). Discounts are taken off what has come together up
 * to the end of each rate, so that its parts add up to the whole to the cent.
 *
 * @param subtotal of the lines
 * @param shares what is taxed at which rate
 * @param vat of all shares
 * @param total after discounts, with VAT
 */
public record Totals(Money subtotal, List<VatShare> shares, Money vat, Money total) {

	/**
	 * @param months of all lines, in their order
	 * @param discounts on the whole
	 * @param vatOn what a day is taxed by
	 */
	public static Totals of(List<MonthCost> months, String currency, Discounts discounts,
			Function<LocalDate, Vat> vatOn) {
		Money sum = Money.of(BigDecimal.ZERO, currency).rounded();
		Money net = sum;
		Money vat = sum;
		List<VatShare> shares = new ArrayList<>();
		int first = 0;
		for (int index = 0; index < months.size(); index++) {
			sum = sum.plus(Money.of(months.get(index).amount(), currency)).rounded();
			Vat tax = vat(months.get(index), vatOn);
			boolean last = index + 1 == months.size() || !tax.isLike(vat(months.get(index + 1), vatOn));
			if (last) {
				Money share = discounts.less(sum).minus(net);
				Money taxed = tax.on(share);
				shares.add(new VatShare(months.get(first).month().atDay(1), tax.percent(), share.amount(),
						taxed.amount()));
				vat = vat.plus(taxed);
				net = net.plus(share);
				first = index + 1;
			}
		}
		return new Totals(sum, shares, vat, net.plus(vat));
	}

	private static Vat vat(MonthCost month, Function<LocalDate, Vat> vatOn) {
		return vatOn.apply(month.month().atEndOfMonth());
	}

}
