package org.muster.audit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** Whose attempts are counted together: those from one household or office. */
public final class Networks {

	/** What one connection has of the addresses of IPv6. */
	private static final int BYTES = 8;

	private static final int LONGEST = 64;

	private Networks() {
	}

	/**
	 * @param address of whoever asks, or {@code null} if it is not known
	 * @return of an address of version 6 the half that a connection has for itself, else
	 * the address; 64 characters at most
	 */
	public static String of(@Nullable String address) {
		String known = Objects.requireNonNullElse(address, "");
		try {
			// Only what is an address: a name would be looked up.
			if (known.matches("[\\da-fA-F:.]*:[\\da-fA-F:.]*")
					&& InetAddress.getByName(known) instanceof Inet6Address six) {
				return HexFormat.ofDelimiter(":").formatHex(Arrays.copyOf(six.getAddress(), BYTES));
			}
		}
		catch (UnknownHostException ex) {
			// Then it is taken as it is.
		}
		return known.substring(0, Math.min(known.length(), LONGEST));
	}

}
