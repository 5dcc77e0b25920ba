using Market.Payments.Services;

namespace Market.Payments.Stripe.Services;

/// <summary>The market's days.</summary>
public sealed class MarketDays(MarketCalendar calendar)
{
    public async Task<Func<DateTimeOffset, DateOnly>> GetAsync()
    {
        var zone = await calendar.GetZoneAsync();
        return at => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);
    }
}
