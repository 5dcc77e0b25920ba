using Market.Ledger;
using Market.Ledger.Accounts;
using Market.Ledger.Allocations;
using Market.Payments.Indexes;
using Market.Payments.Storage;
using Market.Payments.ViewModels.Members;
using OrchardCore.DisplayManagement;
using OrchardCore.Navigation;
using YesSql;

namespace Market.Payments.Statements;

/// <summary>Reads the whole of an account for whoever wants to understand it: a period, a day of the past, what paid what.</summary>
public sealed class StatementBook(ISession session, IMarketTerms terms, OrderNameReader orderNames, StatementSearch search, IShapeFactory shapes)
{
    public const int PageSize = 50;

    /// <summary>All operations of an account, in their order.</summary>
    public async Task<IReadOnlyList<Operation>> ListAsync(string accountId) =>
    [
        .. await session.Query<Operation, OperationIndex>(index => index.AccountId == accountId, LedgerCollection.Name)
            .OrderBy(index => index.Sequence)
            .NoDuplicates()
            .ListAsync(),
    ];

    /// <summary>What the query asks for of an account; everything, where it cannot be read.</summary>
    public async Task<StatementPageViewModel> ReadAsync(ClientAccount account, StatementQuery query)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(query);
        var currency = (await terms.GetAsync()).Currency;
        var (first, last) = query.IsReadable ? (query.FirstDay, query.LastDay) : (null, null);
        var operations = PeriodStatement.UpTo(await ListAsync(account.Id), last).ToList();
        var names = await orderNames.ReadAsync(operations, []);
        var period = PeriodStatement.Of(operations, first, last, currency);
        var lines = query.Searched is { } searched ? period.Lines.Where(line => search.Finds(searched, line.Operation, names)) : period.Lines;
        return new StatementPageViewModel
        {
            Account = account,
            Query = query,
            Period = period,
            Found = [.. lines.Reverse()],
            Lines = new StatementLinesViewModel([], names, Explanation.Of(operations, currency), operations),
        };
    }

    /// <summary>The same with the lines of one page, the newest first.</summary>
    public async Task<StatementPageViewModel> ReadPageAsync(ClientAccount account, StatementQuery query, PagerParameters parameters, string? routeId = null)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var model = await ReadAsync(account, query);
        var pager = new Pager(parameters.Page, PageSize, PageSize);
        model.Lines = model.Lines with { Lines = [.. model.Found.Skip(pager.GetStartIndex()).Take(PageSize)] };
        model.Pager = await shapes.PagerAsync(pager, model.Found.Count, query.ToRoute(routeId));
        return model;
    }
}
