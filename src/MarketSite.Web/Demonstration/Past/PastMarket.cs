using Market.Ledger;
using Market.Payments;
using Market.Payments.Banking.Cheques;
using Market.Payments.Books;
using Market.Rehearsal;
using MarketSite.Web.Demonstration.Bank;
using OrchardCore.Modules;

namespace MarketSite.Web.Demonstration.Past;

/// <summary>
/// The half year before the season, of members whom the season does not tell of, so that its figures stand: a made-up market is played
/// distribution by distribution, each part of one in one commit, and every day of it is recorded as on that day.
/// </summary>
public sealed class PastMarket(IUnitOfWork work, PlayedClock clock, SlipDesk slips, BounceDesk bounces, BankHistory bank, ILogger<PastMarket> logger)
{
    private const int DaysBetween = 14;

    private const ulong Seed = 14;

    public async Task PlayAsync(Crowd crowd, Stall stall, int distributions, string password)
    {
        // None of it is anybody's: nobody is told of it.
        using var silence = EventSilence.Keep();
        var plan = new MarketPlan(new PlanTerms
        {
            Seed = Seed,
            Members = PastPeople.Count,
            Distributions = distributions,
            DaysBetween = DaysBetween,
            LastDistribution = stall.First.Date.AddDays(-DaysBetween),
            Prices = Goods.Prices,
        });
        IReadOnlyList<Member> made;
        using (var moment = clock.Play())
        {
            moment.GoTo(plan.Terms.LastDistribution.AddDays(-DaysBetween * distributions), 8);
            made = await work.RunAsync(services => services.GetRequiredService<PastPeople>().CreateAsync(password), _ => true);
            var stage = new PastStage(plan.Terms, made, stall.Products, crowd.CoordinatorId, moment);
            foreach (var part in PartsOf(plan))
            {
                await TryAsync(() => PlayAsync(stage, part), part[0].Day);
            }
        }

        // Read today: the statement is of the weeks until yesterday, those of the season too.
        await TryAsync(() => bank.ReadAsync(made, crowd.CoordinatorId), stall.Second.Date);

        await ClosingRunner.RunAsync(work);
    }

    // A distribution is a part until it is over, and so is what comes between it and the next: what went to the bank meanwhile is banked.
    private static IEnumerable<List<MarketAct>> PartsOf(MarketPlan plan)
    {
        var part = new List<MarketAct>();
        foreach (var act in plan.Tell())
        {
            if (act is MarketAct.Announced && part.Count > 0)
            {
                yield return part;
                part = [];
            }

            part.Add(act);
            if (act is MarketAct.Over)
            {
                yield return part;
                part = [];
            }
        }

        yield return part;
    }

    // A history with a gap is better than a demonstration that ends in it.
    private async Task TryAsync(Func<Task> play, DateOnly day)
    {
        try
        {
            await play();
        }
        catch (Exception exception) when (!exception.IsFatal())
        {
            logger.LogError(exception, "The demonstration goes on without what happened from {Day:O} on until its next distribution.", day);
        }
    }

    private async Task PlayAsync(PastStage stage, List<MarketAct> acts)
    {
        await work.RunAsync(services => ActivatorUtilities.CreateInstance<PastActor>(services, stage).PlayAsync(acts), _ => true);
        if (acts.OfType<MarketAct.Over>().FirstOrDefault() is { } over)
        {
            await BankAsync(stage, over.Day);
            stage.Moment.GoTo(over.Day, 20);
            await work.RunAsync(services => ActivatorUtilities.CreateInstance<PastPackaging>(services, stage).PlayAsync(over), _ => true);
        }

        foreach (var unpaid in acts.OfType<MarketAct.Unpaid>())
        {
            stage.Moment.GoTo(unpaid.Day, 10);
            var payment = await work.RunAsync(services => services.GetRequiredService<ILedgerStore>().FindByKeyAsync(unpaid.PaymentKey), _ => false);
            Done(unpaid.Key, await bounces.BounceAsync(payment!.Id, unpaid.Day, "Sans provision", PastStage.Euros(unpaid.Fee), stage.UserId));
        }
    }

    private async Task BankAsync(PastStage stage, DateOnly day)
    {
        var inHand = await work.RunAsync(services => services.GetRequiredService<ChequeStore>().InHandAsync(200), _ => false);
        var old = inHand.Where(cheque => cheque.ReceivedOn <= day).Select(cheque => cheque.Id).ToList();
        if (old.Count == 0)
        {
            return;
        }

        stage.Moment.GoTo(day.AddDays(1), 9);
        var made = Done($"slip of {day:O}", await slips.MakeAsync(old, day.AddDays(1), stage.UserId, $"rehearsal:slip:{day:O}"));
        Done($"slip of {day:O}", await slips.BankAsync(made.Slip!.Number, day.AddDays(1), stage.UserId));
    }

    private static ChequeAnswer.Done Done(string what, ChequeAnswer answer) =>
        answer as ChequeAnswer.Done ?? throw new InvalidOperationException($"The demonstration's {what} was not kept: {answer}");
}
