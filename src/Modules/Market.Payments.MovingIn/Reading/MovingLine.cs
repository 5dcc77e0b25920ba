using Market.Ledger.Amounts;

namespace Market.Payments.MovingIn.Reading;

/// <summary>Somebody in a file.</summary>
/// <param name="Line">The line of the file.</param>
/// <param name="Name">The name of the client, of both where it is a couple.</param>
/// <param name="Email">The mail address; empty where there is none.</param>
/// <param name="Balance">What the account comes to: positive is money in reserve. Zero where nothing stands there.</param>
public sealed record MovingLine(int Line, string Name, string Email, Money Balance);
