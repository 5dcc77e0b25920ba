namespace Market.Payments.Reminders.ViewModels;

public sealed record StopRemindersViewModel(string Token, bool IsStopped);
