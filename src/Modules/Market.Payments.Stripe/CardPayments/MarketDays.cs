
namespace Market.Payments.Stripe.CardPayments;

/// <summary>The market's days.</summary>
public sealed class MarketDays(IMarketCalendar calendar)
{
    public async Task<Func<DateTimeOffset, DateOnly>> GetAsync()
    {
        var zone = await calendar.GetZoneAsync();
        return at => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);
    }
}
