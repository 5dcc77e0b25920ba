namespace Market.Payments.Counter.Board;

/// <summary>A member as the counter shows them. All amounts are minor units, and none is negative but the balance.</summary>
/// <param name="Account">The account's id.</param>
/// <param name="Number">Its number.</param>
/// <param name="Name">The client's name.</param>
/// <param name="Search">What is searched, folded.</param>
/// <param name="Balance">The confirmed balance.</param>
/// <param name="Older">What is owed besides the order of this distribution.</param>
/// <param name="Later">What is owed for later distributions, which is not due yet.</param>
/// <param name="Credit">What is held once everything is paid.</param>
/// <param name="Due">What is to pay now: the order's rest and what is older.</param>
/// <param name="Announced">The payments that are announced and not here.</param>
/// <param name="Order">Their order of this distribution.</param>
/// <param name="Held">How many of each returnable they have.</param>
/// <param name="Bank">The bank of their last cheque.</param>
internal sealed record BoardMember(
    string Account,
    string Number,
    string Name,
    string Search,
    long Balance,
    long Older,
    long Later,
    long Credit,
    long Due,
    IReadOnlyList<BoardAnnounced> Announced,
    BoardOrder? Order,
    IReadOnlyDictionary<string, int> Held,
    string? Bank);

internal sealed record BoardAnnounced(string Method, long Amount);

/// <summary>An order as the counter shows it: <c>State</c> is <c>paid</c>, <c>part</c> or <c>unpaid</c>.</summary>
internal sealed record BoardOrder(string Id, int Revision, long Total, long Paid, long Remaining, string State, bool Collected, IReadOnlyList<BoardLine> Lines);

/// <summary>A line of it: <c>Weight</c> is in grams.</summary>
internal sealed record BoardLine(string Product, string Name, string Unit, int Quantity, long Cost, bool ByWeight, long? Weight);

/// <summary>An entry that was taken at this counter. <c>At</c> is when the server recorded it.</summary>
internal sealed record BoardEntry(
    string Id, string Kind, string Account, string? Order, long? Amount, string? Method, string By, string ByName, DateTime At, bool Late, bool Undone);
