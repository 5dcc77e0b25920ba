using System.Globalization;
using System.Text;

namespace Market.Orders.Confirmations;

/// <summary>A day to collect an order, as calendars take it.</summary>
/// <param name="Uid">The same for the same order, whatever becomes of it, and no other's.</param>
/// <param name="Stamp">When it was last changed.</param>
/// <param name="Sequence">Which change it is: a calendar takes the highest.</param>
/// <param name="IsCancelled">Whether it is off.</param>
/// <param name="Day">The day.</param>
/// <param name="From">From when it is collected; none where that is not said: then it is the whole day's.</param>
/// <param name="To">Until when it is collected.</param>
/// <param name="Summary">What it is.</param>
/// <param name="Place">Where it is.</param>
/// <param name="Description">What is to be known of it; it may have lines.</param>
/// <param name="Address">The page of it; none where it is not known.</param>
public sealed record CalendarEvent(
    string Uid,
    DateTimeOffset Stamp,
    int Sequence,
    bool IsCancelled,
    DateOnly Day,
    DateTimeOffset? From,
    DateTimeOffset? To,
    string Summary,
    string Place,
    string Description,
    string? Address);

/// <summary>
/// Writes a file of RFC 5545 with one event. Its times are in UTC, which every calendar shows by its own clock, so that it carries no zone's
/// rules that may age.
/// </summary>
public static class CalendarFile
{
    /// <summary>The media type of the file.</summary>
    public const string MediaType = "text/calendar; charset=utf-8";

    // Octets of a line, without its end.
    private const int LongestLine = 75;

    /// <summary>The file: lines end with CRLF, and none is longer than 75 octets.</summary>
    public static string Write(CalendarEvent what)
    {
        ArgumentNullException.ThrowIfNull(what);
        var file = new StringBuilder();
        Line("BEGIN", "VCALENDAR");
        Line("VERSION", "2.0");
        Line("PRODID", "-//MarketSite//Market.Orders//EN");
        Line("METHOD", what.IsCancelled ? "CANCEL" : "PUBLISH");
        Line("BEGIN", "VEVENT");
        Text("UID", what.Uid);
        Line("DTSTAMP", Instant(what.Stamp));
        Line("SEQUENCE", what.Sequence.ToString(CultureInfo.InvariantCulture));
        Line("STATUS", what.IsCancelled ? "CANCELLED" : "CONFIRMED");
        if (what is { From: { } from, To: { } to } && from < to)
        {
            Line("DTSTART", Instant(from));
            Line("DTEND", Instant(to));
        }
        else
        {
            Line("DTSTART;VALUE=DATE", Date(what.Day));
            Line("DTEND;VALUE=DATE", Date(what.Day.AddDays(1)));
        }

        Text("SUMMARY", what.Summary);
        Text("LOCATION", what.Place);
        Text("DESCRIPTION", what.Description);
        if (Uri.TryCreate(what.Address, UriKind.Absolute, out var address))
        {
            Line("URL", address.AbsoluteUri);
        }

        Line("END", "VEVENT");
        Line("END", "VCALENDAR");
        return file.ToString();

        void Text(string name, string value) => Line(name, Escape(value));

        void Line(string name, string value) => Fold(file, $"{name}:{value}");
    }

    // A break is \n, and no other control is in a text, whatever somebody called a product.
    private static string Escape(string text)
    {
        var escaped = new StringBuilder();
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '\n' => escaped.Append("\\n"),
                '\\' or ';' or ',' => escaped.Append('\\').Append((char)rune.Value),
                _ => Rune.IsControl(rune) ? escaped.Append(' ') : escaped.Append(rune.ToString()),
            };
        }

        return escaped.ToString();
    }

    // A line that goes on begins with a space, which counts; no character is cut.
    private static void Fold(StringBuilder file, string line)
    {
        var length = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (length + rune.Utf8SequenceLength > LongestLine)
            {
                file.Append("\r\n ");
                length = 1;
            }

            file.Append(rune.ToString());
            length += rune.Utf8SequenceLength;
        }

        file.Append("\r\n");
    }

    private static string Instant(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Date(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
