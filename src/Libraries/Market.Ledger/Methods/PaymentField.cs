namespace Market.Ledger.Methods;

/// <summary>Something a payment must or may carry, like a cheque's number.</summary>
/// <param name="Name">The technical name, under which it stands in <see cref="Operation.Details"/>: lower-case letters and hyphens.</param>
/// <param name="Label">The name for people, in their language.</param>
/// <param name="Required">Whether a payment without it is refused.</param>
public sealed record PaymentField(string Name, string Label, bool Required);
