package org.muster.forms;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;
import org.springframework.format.FormatterRegistry;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * A choice that a form does not offer counts as no choice, and validation says so beside
 * the field. Without this a forged value would cost the person everything else typed.
 */
@Component
@SuppressWarnings("NullAway") // A converter may return null; NullAway does not see it in
								// the type argument.
class LenientConversion implements WebMvcConfigurer {

	@Override
	public void addFormatters(FormatterRegistry registry) {
		registry.addConverterFactory(new ToEnum());
		registry.addConverter(String.class, Long.class,
				(text) -> text.strip().matches("-?\\d{1,18}") ? Long.valueOf(text.strip()) : null);
		registry.addConverter(String.class, Boolean.class, (text) -> "true".equals(text) || "on".equals(text));
	}

	private static final class ToEnum implements ConverterFactory<String, Enum<?>> {

		@Override
		public <T extends Enum<?>> Converter<String, T> getConverter(Class<T> type) {
			return (text) -> named(type, text.strip());
		}

		private static <T extends Enum<?>> @Nullable T named(Class<T> type, String name) {
			T found = Arrays.stream(type.getEnumConstants())
				.filter((constant) -> constant.name().equals(name))
				.findFirst()
				.orElse(null);
			if (found == null) {
				UnknownFilters.note(name);
			}
			return found;
		}

	}

}
