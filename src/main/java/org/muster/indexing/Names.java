package org.muster.indexing;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Numbers for names of which there are few: of places, time zones and currencies. A name
 * keeps its number.
 */
public final class Names {

	private final Map<String, Integer> numbers = new ConcurrentHashMap<>();

	private final List<String> names = new CopyOnWriteArrayList<>();

	/** The number of a name, a new one for a new name. */
	public synchronized int number(String name) {
		return this.numbers.computeIfAbsent(name, (unknown) -> {
			this.names.add(unknown);
			return this.names.size() - 1;
		});
	}

	public String name(int number) {
		return this.names.get(number);
	}

	/** No number is as high. */
	public int size() {
		return this.names.size();
	}

}
