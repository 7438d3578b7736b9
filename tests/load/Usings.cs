global using Mentoring.Contracts;
global using Mentoring.Contracts.Mentees;
global using Mentoring.Contracts.Mentors;
global using Mentoring.Shared;
