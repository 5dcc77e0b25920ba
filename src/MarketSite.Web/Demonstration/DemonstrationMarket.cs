using Market.Orders.Ordering;
using Market.Payments;
using Market.Payments.Banking.Transfers;

namespace MarketSite.Web.Demonstration;

/// <summary>
/// A small market with some weeks behind it. Everything goes through the doors that people use: accounts are opened, orders placed
/// and payments posted by the same services, so that the demonstration's books are real ones.
/// </summary>
public sealed class DemonstrationMarket(IUnitOfWork work, OrderService orders, BankData bank, IMarketCalendar calendar)
{
    public async Task<(Crowd People, Stall Goods)> FillAsync(string password)
    {
        // Its orders are nobody's: nobody is told of them.
        using var silence = EventSilence.Keep();
        var people = await work.RunAsync(services => services.GetRequiredService<People>().CreateAsync(password), _ => true);
        var goods = await work.RunAsync(services => services.GetRequiredService<Goods>().CreateAsync(), _ => true);
        await new Season(people, goods, work, orders).PlayAsync();
        await bank.SayRecordedUpToAsync(await calendar.TodayAsync());
        return (people, goods);
    }
}
