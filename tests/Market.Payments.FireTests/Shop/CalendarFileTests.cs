using System.Text;
using Market.Orders.Confirmations;

namespace Market.Payments.FireTests.Shop;

/// <summary>A file that calendars take, whatever somebody called a product.</summary>
public sealed class CalendarFileTests
{
    private static readonly DateTimeOffset From = new(2027, 3, 6, 18, 0, 0, TimeSpan.FromHours(1));

    private static readonly CalendarEvent Order = new(
        "order@market-orders", new DateTimeOffset(2027, 3, 2, 9, 30, 5, TimeSpan.Zero), 2, false, new DateOnly(2027, 3, 6), From, From.AddMinutes(90),
        "Collect my order", "Halle des Tilleuls", "2 × Carottes", "https://market.test/order/order");

    [Fact]
    public void It_says_when_and_where_in_utc() => Assert.Equal(
        """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//MarketSite//Market.Orders//EN
        METHOD:PUBLISH
        BEGIN:VEVENT
        UID:order@market-orders
        DTSTAMP:20270302T093005Z
        SEQUENCE:2
        STATUS:CONFIRMED
        DTSTART:20270306T170000Z
        DTEND:20270306T183000Z
        SUMMARY:Collect my order
        LOCATION:Halle des Tilleuls
        DESCRIPTION:2 × Carottes
        URL:https://market.test/order/order
        END:VEVENT
        END:VCALENDAR

        """.ReplaceLineEndings("\r\n"),
        CalendarFile.Write(Order));

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void Without_both_times_it_is_the_whole_day(bool noFrom, bool noTo)
    {
        var file = CalendarFile.Write(Order with { From = noFrom ? null : From, To = noTo ? null : From.AddHours(1) });

        Assert.Contains("\r\nDTSTART;VALUE=DATE:20270306\r\nDTEND;VALUE=DATE:20270307\r\n", file, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cancelled_order_is_taken_out_of_the_calendar()
    {
        var file = CalendarFile.Write(Order with { IsCancelled = true });

        Assert.Contains("METHOD:CANCEL\r\n", file, StringComparison.Ordinal);
        Assert.Contains("STATUS:CANCELLED\r\n", file, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a;b,c\\d", @"a\;b\,c\\d")]
    [InlineData("one\r\nBEGIN:VEVENT\rtwo\nthree\u2028four", @"one\nBEGIN:VEVENT\ntwo\nthree\nfour")]
    [InlineData("bell\u0007tab\tend\u0000", "bell tab end ")]
    public void What_is_typed_begins_no_line_of_the_file(string typed, string written)
    {
        var file = CalendarFile.Write(Order with { Summary = typed, Place = typed, Description = typed });

        Assert.Equal(3, Unfold(file).Count(line => line.EndsWith(":" + written, StringComparison.Ordinal)));
        Assert.Single(file.Split("\r\n"), line => line == "BEGIN:VEVENT");
    }

    [Theory]
    [InlineData("javascript:alert(1)\r\nX:1")]
    [InlineData("not an address")]
    [InlineData(null)]
    public void What_is_no_address_is_left_out(string? address) =>
        Assert.DoesNotContain("\nX:", CalendarFile.Write(Order with { Address = address }), StringComparison.Ordinal);

    [Theory]
    [InlineData("x", 200)]
    [InlineData("é", 200)]
    [InlineData("€", 90)]
    [InlineData("🥕", 60)]
    public void Long_lines_are_folded_at_75_octets_and_no_character_is_cut(string character, int times)
    {
        var text = string.Concat(Enumerable.Repeat(character, times));

        var file = CalendarFile.Write(Order with { Summary = text });

        Assert.All(file.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.Contains("SUMMARY:" + text, Unfold(file));
        Assert.DoesNotContain('\uFFFD', file);
    }

    private static string[] Unfold(string file) => file.Replace("\r\n ", string.Empty, StringComparison.Ordinal).Split("\r\n");
}
